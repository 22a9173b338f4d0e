-- Bookings (预订): who holds what, when. Two bookings never hold the same thing at the same time: the database refuses it.

-- Uuid and range side by side in one exclusion constraint. A trusted extension that every PostgreSQL ships.
create extension if not exists btree_gist;

create schema bookings;
grant usage on schema bookings to houqin_app;

-- What can be held: one room, one vehicle, one driver, or so many of a thing (wireless microphones, chairs).
create table bookings.resource (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  kind text not null check (kind in ('ROOM', 'VEHICLE', 'DRIVER', 'SEAT', 'BED', 'EQUIPMENT')),
  code text not null check (length(code) between 1 and 40),
  name text not null check (length(name) between 1 and 100),
  -- how many there are to hold at once
  quantity integer not null default 1 check (quantity between 1 and 10000),
  site_id uuid,
  -- persons it takes; null: not a matter of persons
  capacity integer check (capacity between 1 and 100000),
  -- what it has, as words people search by: 投影, 视频会议
  features text[] not null default '{}',
  -- where it is looked at: /meetings/rooms/…
  href text not null default '',
  closed_at timestamptz,
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, kind, code),
  unique (bureau_id, kind, name),
  foreign key (bureau_id, site_id) references directory.site (bureau_id, id)
);
call kernel.protect('bookings.resource');

-- The rules of one resource; null is no rule. Minutes unless the name says otherwise.
create table bookings.policy (
  bureau_id uuid not null references kernel.bureau (id),
  resource_id uuid not null,
  notice_add_minutes integer check (notice_add_minutes between 0 and 525600),
  notice_change_minutes integer check (notice_change_minutes between 0 and 525600),
  notice_cancel_minutes integer check (notice_cancel_minutes between 0 and 525600),
  shortest_minutes integer check (shortest_minutes between 1 and 525600),
  longest_minutes integer check (longest_minutes between 1 and 525600),
  check (shortest_minutes <= longest_minutes),
  -- kept free around a booking: airing, setting up
  buffer_before_minutes integer not null default 0 check (buffer_before_minutes between 0 and 1440),
  buffer_after_minutes integer not null default 0 check (buffer_after_minutes between 0 and 1440),
  horizon_days integer check (horizon_days between 1 and 3660),
  -- per booking unit and period, counted by the day the booking begins
  quota_count integer check (quota_count > 0),
  quota_minutes integer check (quota_minutes > 0),
  quota_period text not null default 'WEEK' check (quota_period in ('DAY', 'WEEK', 'MONTH', 'YEAR')),
  -- empty: everybody; else these units and those below them
  unit_ids uuid[] not null default '{}',
  -- nobody checked in so long after the beginning: released
  check_in_minutes integer check (check_in_minutes between 1 and 1440),
  -- so many releases in a row, and the rest of the series is released too
  strikes integer check (strikes between 1 and 100),
  changed_at timestamptz not null default kernel.now(),
  changed_by text not null default '',
  primary key (bureau_id, resource_id),
  foreign key (bureau_id, resource_id) references bookings.resource (bureau_id, id)
);
call kernel.protect('bookings.policy');

-- When a resource cannot be booked: repairs, closing days. Bookings already there stay and are named.
create table bookings.blackout (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  resource_id uuid not null,
  span tstzrange not null check (not isempty(span) and lower_inc(span) and not upper_inc(span)
    and lower(span) is not null and upper(span) is not null),
  reason text not null check (length(reason) between 1 and 200),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  lifted_at timestamptz,
  primary key (bureau_id, id),
  foreign key (bureau_id, resource_id) references bookings.resource (bureau_id, id)
);
call kernel.protect('bookings.blackout');
create index blackout_of_resource on bookings.blackout (bureau_id, resource_id) where lifted_at is null;

-- A recurring booking: the rule, and what happens to dates that are no working days.
create table bookings.series (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  title text not null check (length(title) between 1 and 200),
  -- RFC 5545, without DTSTART: FREQ=WEEKLY;BYDAY=MO;COUNT=10
  rule text not null check (length(rule) between 6 and 500),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 1 and 525600),
  -- 调休: leave out, move to the next working day, or keep
  off_days text not null check (off_days in ('SKIP', 'NEXT', 'KEEP')),
  -- this and following were taken out of another series
  split_from_id uuid,
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, split_from_id) references bookings.series (bureau_id, id)
);
call kernel.protect('bookings.series');

-- Dates of the rule that hold no booking, so that they can be taken up again.
create table bookings.skipped_date (
  bureau_id uuid not null references kernel.bureau (id),
  series_id uuid not null,
  day date not null,
  reason text not null check (length(reason) between 1 and 200),
  primary key (bureau_id, series_id, day),
  foreign key (bureau_id, series_id) references bookings.series (bureau_id, id)
);
call kernel.protect('bookings.skipped_date');

create table bookings.booking (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  -- the service it belongs to: meetings, fleet; `general` for what people book as it is
  line text not null check (line ~ '^[a-z][a-z-]{1,30}$'),
  title text not null check (length(title) between 1 and 200),
  -- others see only that it is taken
  private boolean not null default false,
  -- who gives way by decision: ORDINARY to IMPORTANT to LEADERSHIP
  rank text not null default 'ORDINARY' check (rank in ('ORDINARY', 'IMPORTANT', 'LEADERSHIP')),
  state text not null check (state in ('WAITING', 'CONFIRMED', 'OFFERED', 'CHECKED_IN', 'ENDED', 'CANCELLED',
    'RELEASED')),
  unit_id uuid not null,
  organiser_person_id uuid,
  organiser_name text not null check (length(organiser_name) between 1 and 100),
  headcount integer check (headcount between 1 and 100000),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  check (starts_at < ends_at),
  check (ends_at - starts_at <= interval '366 days'),
  series_id uuid,
  -- the date of the rule it stands for, which stays when it is moved
  series_day date,
  -- edited for itself: changes of the whole series leave it alone
  detached boolean not null default false,
  check ((series_id is null) = (series_day is null)),
  -- its turn in the waiting list
  waiting_since timestamptz,
  check ((state = 'WAITING') <= (waiting_since is not null)),
  -- reminded that nobody has checked in yet
  warned_at timestamptz,
  checked_in_at timestamptz,
  ended_at timestamptz,
  closed_at timestamptz,
  -- whose decision moved it away, and the words
  displaced_by_id uuid,
  displaced_reason text,
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  foreign key (bureau_id, series_id) references bookings.series (bureau_id, id),
  foreign key (bureau_id, displaced_by_id) references bookings.booking (bureau_id, id),
  foreign key (bureau_id, unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, organiser_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('bookings.booking');
call kernel.guard('bookings.booking');
-- One living booking a date of a series.
create unique index one_a_date on bookings.booking (bureau_id, series_id, series_day)
  where series_id is not null and state not in ('CANCELLED', 'RELEASED');
create index by_start on bookings.booking (bureau_id, starts_at, id);
create index of_unit on bookings.booking (bureau_id, unit_id, starts_at);
create index of_organiser on bookings.booking (bureau_id, organiser_person_id, starts_at);
create index of_series on bookings.booking (bureau_id, series_id, series_day) where series_id is not null;
create index waiting on bookings.booking (bureau_id, waiting_since, id) where state = 'WAITING';
-- What the clock looks at every minute: only bookings that are not over, however long the history.
create index to_release on bookings.booking (bureau_id, starts_at)
  where state in ('WAITING', 'CONFIRMED', 'OFFERED', 'CHECKED_IN');

-- What a booking wants, all or none.
create table bookings.claim (
  bureau_id uuid not null references kernel.bureau (id),
  booking_id uuid not null,
  resource_id uuid not null,
  quantity integer not null default 1 check (quantity between 1 and 10000),
  primary key (bureau_id, booking_id, resource_id),
  foreign key (bureau_id, booking_id) references bookings.booking (bureau_id, id),
  foreign key (bureau_id, resource_id) references bookings.resource (bureau_id, id)
);
call kernel.protect('bookings.claim');
create index claim_of_resource on bookings.claim (bureau_id, resource_id);

-- What a booking holds; deleted when it is given back, for what was wanted stands in the claim. Each piece of a resource has a number from 1; `pieces` are those held, `occupied` the time with
-- its buffers. The constraint is the promise of the house: no piece is held twice at any moment.
create table bookings.hold (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  booking_id uuid not null,
  resource_id uuid not null,
  pieces int4range not null check (not isempty(pieces) and lower(pieces) >= 1 and upper(pieces) is not null),
  occupied tstzrange not null check (not isempty(occupied) and lower(occupied) is not null
    and upper(occupied) is not null and lower_inc(occupied) and not upper_inc(occupied)),
  primary key (bureau_id, id),
  foreign key (bureau_id, booking_id, resource_id) references bookings.claim (bureau_id, booking_id, resource_id),
  constraint never_twice exclude using gist
    (bureau_id with =, resource_id with =, pieces with &&, occupied with &&)
);
call kernel.protect('bookings.hold');
create index hold_of_booking on bookings.hold (bureau_id, booking_id);

-- What of a resource is held at a time, through the constraint's own index. Row level security keeps operators that are
-- not leakproof (such as &&) away from indexes, so it looks as the owner and names the bureau itself.
create function bookings.holds_at(wanted uuid, span tstzrange) returns setof bookings.hold
  language sql stable security definer rows 5 set search_path = pg_catalog, pg_temp as
$$ select * from bookings.hold where bureau_id = kernel.bureau() and resource_id = wanted and occupied && span $$;
revoke execute on function bookings.holds_at(uuid, tstzrange) from public;
grant execute on function bookings.holds_at(uuid, tstzrange) to houqin_app;

-- The same of many resources at once, for the grid: each by its own stretch of the index.
create function bookings.holds_of(wanted uuid[], span tstzrange) returns setof bookings.hold
  language sql stable security definer rows 300 set search_path = pg_catalog, pg_temp as
$$ select h.* from unnest(wanted) as resource (id) cross join lateral (select * from bookings.hold
  where bureau_id = kernel.bureau() and resource_id = resource.id and occupied && span) h $$;
revoke execute on function bookings.holds_of(uuid[], tstzrange) from public;
grant execute on function bookings.holds_of(uuid[], tstzrange) to houqin_app;

-- Nobody holds the fifth of four microphones.
create function bookings.check_pieces() returns trigger language plpgsql as $$
declare there integer;
begin
  select quantity into there from bookings.resource
    where bureau_id = new.bureau_id and id = new.resource_id for key share;
  if upper(new.pieces) - 1 > there then
    raise exception 'resource % has % pieces', new.resource_id, there using errcode = '23514', constraint = 'pieces_there';
  end if;
  return new;
end $$;
create trigger check_pieces before insert or update of pieces, resource_id on bookings.hold
  for each row execute function bookings.check_pieces();

-- Nobody takes away pieces that somebody holds.
create function bookings.check_quantity() returns trigger language plpgsql as $$
begin
  if new.quantity < old.quantity and exists (select from bookings.hold h where h.bureau_id = new.bureau_id
    and h.resource_id = new.id and upper(h.occupied) > kernel.now()
    and upper(h.pieces) - 1 > new.quantity) then
    raise exception 'pieces of % are held', new.id using errcode = '23514', constraint = 'pieces_held';
  end if;
  return new;
end $$;
create trigger check_quantity before update of quantity on bookings.resource
  for each row execute function bookings.check_quantity();

-- All or none, looked at when the transaction commits: a living booking holds all it claims for the whole of its time,
-- one that waits or has ended before its time holds nothing.
create function bookings.check_whole() returns trigger language plpgsql as $$
declare
  b bookings.booking;
  wrong text;
begin
  if tg_table_name = 'booking' then
    select * into b from bookings.booking where bureau_id = new.bureau_id and id = new.id;
  elsif tg_op = 'DELETE' then
    select * into b from bookings.booking where bureau_id = old.bureau_id and id = old.booking_id;
  else
    select * into b from bookings.booking where bureau_id = new.bureau_id and id = new.booking_id;
  end if;
  if b.state in ('CONFIRMED', 'OFFERED', 'CHECKED_IN') then
    select c.resource_id::text into wrong from bookings.claim c where c.bureau_id = b.bureau_id and c.booking_id = b.id
      and c.quantity is distinct from (select sum(upper(h.pieces) - lower(h.pieces)) from bookings.hold h
        where h.bureau_id = c.bureau_id and h.booking_id = c.booking_id and h.resource_id = c.resource_id
          and h.occupied @> tstzrange(b.starts_at, b.ends_at));
    if wrong is null and not exists (select from bookings.claim c where c.bureau_id = b.bureau_id and c.booking_id = b.id) then
      wrong := 'nothing';
    end if;
    if wrong is not null then
      raise exception 'booking % does not hold % as it claims', b.id, wrong using errcode = '23514', constraint = 'all_or_none';
    end if;
  elsif b.state in ('WAITING', 'CANCELLED', 'RELEASED') and exists (select from bookings.hold h
    where h.bureau_id = b.bureau_id and h.booking_id = b.id) then
    raise exception 'booking % holds something while %', b.id, b.state using errcode = '23514', constraint = 'all_or_none';
  end if;
  return null;
end $$;
create constraint trigger whole after insert or update on bookings.booking
  deferrable initially deferred for each row execute function bookings.check_whole();
create constraint trigger whole after insert or update or delete on bookings.hold
  deferrable initially deferred for each row execute function bookings.check_whole();
