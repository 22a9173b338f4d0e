-- Who is served and who serves, and where: units, people and their posts, campuses, sites, rooms.
-- Days are half-open: `closed_on`, `left_on` and `to_day` are the first day on which it no longer holds.
-- A null beginning means: since before the records begin.

create schema directory;
grant usage on schema directory to houqin_app;
create extension if not exists btree_gist;

-- What a search looks a text up by: its two-character pieces and its single characters.
create function directory.tokens(words text) returns text[] language sql immutable parallel safe as
$$ select kernel.bigrams(words) || string_to_array(lower(words), null) $$;

-- The pieces a searched word must all have; one character alone is itself.
create function directory.wanted_tokens(word text) returns text[] language sql immutable parallel safe as
$$ select case when length(word) < 2 then array[lower(word)] else kernel.bigrams(word) end $$;

create table directory.unit (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  code text not null check (length(code) between 1 and 40),
  name text not null check (length(name) between 1 and 100),
  short_name text check (length(short_name) between 1 and 40),
  parent_id uuid check (parent_id <> id),
  -- 市级, 区级, 处级 …: the bureau's own words
  level text check (length(level) between 1 and 40),
  kind text not null check (kind in ('client', 'centre')),
  pinyin text not null,
  initials text not null,
  words text not null generated always as
    (lower(name || ' ' || coalesce(short_name, '') || ' ' || code || ' ' || pinyin || ' ' || initials)) stored,
  search text[] not null generated always as
    (directory.tokens(name || ' ' || coalesce(short_name, '') || ' ' || code || ' ' || pinyin || ' ' || initials)) stored,
  opened_on date,
  closed_on date,
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, code),
  foreign key (bureau_id, parent_id) references directory.unit (bureau_id, id),
  check (closed_on >= opened_on)
);
call kernel.protect('directory.unit');
create index unit_parent on directory.unit (bureau_id, parent_id);
create index unit_name on directory.unit (bureau_id, name);
create index unit_search on directory.unit using gin (search);

create table directory.campus (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  code text not null check (length(code) between 1 and 40),
  name text not null check (length(name) between 1 and 100),
  address text check (length(address) <= 200),
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, code),
  unique (bureau_id, name)
);
call kernel.protect('directory.campus');

create table directory.site (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  code text not null check (length(code) between 1 and 40),
  name text not null check (length(name) between 1 and 100),
  -- 办公楼, 食堂, 集体宿舍 …: the bureau's own words
  kind text not null check (length(kind) between 1 and 40),
  floor_area_m2 numeric(12, 2) not null check (floor_area_m2 >= 0),
  address text check (length(address) <= 200),
  campus_id uuid,
  pinyin text not null,
  initials text not null,
  words text not null generated always as
    (lower(name || ' ' || code || ' ' || pinyin || ' ' || initials || ' ' || coalesce(address, ''))) stored,
  search text[] not null generated always as
    (directory.tokens(name || ' ' || code || ' ' || pinyin || ' ' || initials || ' ' || coalesce(address, ''))) stored,
  opened_on date,
  closed_on date,
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, code),
  foreign key (bureau_id, campus_id) references directory.campus (bureau_id, id),
  check (closed_on >= opened_on)
);
call kernel.protect('directory.site');
create index site_campus on directory.site (bureau_id, campus_id);
create index site_name on directory.site (bureau_id, name);
create index site_search on directory.site using gin (search);

create table directory.room (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  site_id uuid not null,
  code text not null check (length(code) between 1 and 40),
  name text not null check (length(name) between 1 and 100),
  -- as people say it: 3楼, 地下1层
  floor text not null check (length(floor) between 1 and 20),
  -- for the order of floors; basements are negative
  floor_number integer not null check (floor_number between -20 and 200),
  kind text not null check (kind in ('office', 'meeting', 'hall', 'corridor', 'restroom', 'dining', 'kitchen',
    'plant', 'dormitory', 'storage', 'parking', 'other')),
  -- who uses it, when one unit does
  unit_id uuid,
  pinyin text not null,
  initials text not null,
  words text not null generated always as
    (lower(name || ' ' || code || ' ' || floor || ' ' || pinyin || ' ' || initials)) stored,
  search text[] not null generated always as
    (directory.tokens(name || ' ' || code || ' ' || floor || ' ' || pinyin || ' ' || initials)) stored,
  closed_on date,
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, code),
  -- lets others tie a room and its site together in one foreign key
  unique (bureau_id, id, site_id),
  foreign key (bureau_id, site_id) references directory.site (bureau_id, id),
  foreign key (bureau_id, unit_id) references directory.unit (bureau_id, id)
);
call kernel.protect('directory.room');
create index room_site on directory.room (bureau_id, site_id, floor_number);
create index room_unit on directory.room (bureau_id, unit_id);
create index room_search on directory.room using gin (search);

create table directory.person (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  staff_no text not null check (length(staff_no) between 1 and 40),
  name text not null check (length(name) between 1 and 50),
  -- where the person is today, by the post below; kept here because everybody asks
  unit_id uuid not null,
  title text check (length(title) between 1 and 60),
  rank text check (length(rank) between 1 and 40),
  identity_kind text not null
    check (identity_kind in ('CIVIL_SERVANT', 'INSTITUTION_STAFF', 'TEMPORARY_STAFF', 'OUTSOURCED_STAFF')),
  -- where from, for outsourced people their company
  origin text check (length(origin) <= 100),
  education text check (length(education) <= 40),
  mobile text check (mobile ~ '^[0-9+(（][0-9 ()（）-]{2,39}$'),
  skills text[] not null default '{}' check (array_position(skills, null) is null),
  -- leaders, whose orders only few may see
  key_person boolean not null default false,
  -- the usual office, so that nobody is asked twice where it is
  room_id uuid,
  pinyin text not null,
  initials text not null,
  words text not null generated always as
    (lower(name || ' ' || staff_no || ' ' || pinyin || ' ' || initials)) stored,
  search text[] not null generated always as
    (directory.tokens(name || ' ' || staff_no || ' ' || pinyin || ' ' || initials)) stored,
  joined_on date,
  left_on date,
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, staff_no),
  foreign key (bureau_id, unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, room_id) references directory.room (bureau_id, id),
  check (left_on >= joined_on)
);
call kernel.protect('directory.person');
create index person_unit on directory.person (bureau_id, unit_id);
create index person_name on directory.person (bureau_id, name);
create index person_skills on directory.person using gin (skills);
create index person_search on directory.person using gin (search);

create table directory.post (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  person_id uuid not null,
  unit_id uuid not null,
  title text check (length(title) between 1 and 60),
  -- one main post at a time; others (兼职) may lie beside it
  main boolean not null default true,
  from_day date,
  to_day date,
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  foreign key (bureau_id, person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, unit_id) references directory.unit (bureau_id, id),
  check (to_day > from_day),
  constraint one_main_post exclude using gist
    (bureau_id with =, person_id with =, daterange(from_day, to_day) with &&) where (main)
);
call kernel.protect('directory.post');
create index post_person on directory.post (bureau_id, person_id, from_day);
create index post_unit on directory.post (bureau_id, unit_id);

-- Row level security keeps `@>` from its GIN index (the operator is not leakproof), so that a search reads every row.
-- These run as the owner, name the bureau themselves and give ids only, which the policies of the tables filter again.
create function directory.match_units(tokens text[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$ select id from directory.unit where bureau_id = kernel.bureau() and search @> tokens $$;
create function directory.match_people(tokens text[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$ select id from directory.person where bureau_id = kernel.bureau() and search @> tokens $$;
create function directory.match_sites(tokens text[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$ select id from directory.site where bureau_id = kernel.bureau() and search @> tokens $$;
create function directory.match_rooms(tokens text[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$ select id from directory.room where bureau_id = kernel.bureau() and search @> tokens $$;

-- A unit and everything below it.
create function directory.unit_and_below(top uuid) returns setof uuid language sql stable as $$
  with recursive below as (
    select id from directory.unit where bureau_id = kernel.bureau() and id = top
    union
    select unit.id from directory.unit join below on unit.parent_id = below.id
    where unit.bureau_id = kernel.bureau()
  ) select id from below
$$;

-- Accounts know their person and unit, and what the unit is called now.
alter table kernel.member
  add foreign key (bureau_id, person_id) references directory.person (bureau_id, id),
  add foreign key (bureau_id, unit_id) references directory.unit (bureau_id, id);

create function directory.fill_member() returns trigger language plpgsql as $$
begin
  if new.person_id is null then
    if tg_op = 'UPDATE' and old.person_id is not null then
      new.unit_id := null;
    end if;
  else
    select unit_id into new.unit_id from directory.person
    where bureau_id = new.bureau_id and id = new.person_id;
  end if;
  new.unit_name := (select name from directory.unit where bureau_id = new.bureau_id and id = new.unit_id);
  return new;
end $$;
create trigger fill_member before insert or update of person_id, unit_id on kernel.member
  for each row execute function directory.fill_member();

create function directory.follow_person() returns trigger language plpgsql as $$
begin
  update kernel.member set unit_id = new.unit_id where bureau_id = new.bureau_id and person_id = new.id;
  return null;
end $$;
create trigger follow_person after update of unit_id on directory.person
  for each row when (old.unit_id is distinct from new.unit_id) execute function directory.follow_person();

create function directory.follow_unit() returns trigger language plpgsql as $$
begin
  update kernel.member set unit_name = new.name where bureau_id = new.bureau_id and unit_id = new.id;
  return null;
end $$;
create trigger follow_unit after update of name on directory.unit
  for each row when (old.name is distinct from new.name) execute function directory.follow_unit();
