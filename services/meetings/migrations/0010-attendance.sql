-- Who takes part in a meeting, and who came (签到). Of a person only name, unit and rank are kept.
create table meetings.participant (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  meeting_id uuid not null,
  -- of the directory; null: a guest whose name was typed
  person_id uuid,
  name text not null check (length(name) between 1 and 60),
  unit_name text not null default '' check (length(unit_name) <= 100),
  rank text check (length(rank) between 1 and 60),
  -- where two sides meet
  party text check (party in ('HOST', 'GUEST')),
  pinyin text not null default '',
  initials text not null default '',
  -- the order in which the organiser gave them
  position integer not null check (position >= 0),
  mark text check (mark in ('PRESENT', 'LATE', 'ABSENT')),
  arrived_at timestamptz,
  way text check (way in ('DOOR', 'DESK')),
  marked_by text,
  -- who came instead
  substitute_name text check (length(substitute_name) between 1 and 60),
  substitute_unit text check (length(substitute_unit) <= 100),
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, meeting_id, id),
  foreign key (bureau_id, meeting_id) references meetings.meeting (bureau_id, booking_id),
  foreign key (bureau_id, person_id) references directory.person (bureau_id, id),
  constraint marked_by_somebody check ((mark is null) = (way is null) and (mark is null) = (marked_by is null)),
  constraint arrived_when_there check ((arrived_at is not null) = coalesce(mark in ('PRESENT', 'LATE'), false)),
  constraint substitute_was_there check (substitute_name is null or mark in ('PRESENT', 'LATE')),
  check (substitute_unit is null or substitute_name is not null)
);
call kernel.protect('meetings.participant');
create index participant_of_meeting on meetings.participant (bureau_id, meeting_id, position, id);
create unique index person_once on meetings.participant (bureau_id, meeting_id, person_id) where person_id is not null;
-- The same list taken again adds nobody; those whose time is over are all called the same.
create unique index name_once on meetings.participant (bureau_id, meeting_id, name, unit_name)
  where name <> '（已匿名）';

-- Heads counted in the room, where nobody signs in by name.
create table meetings.counted (
  bureau_id uuid not null references kernel.bureau (id),
  meeting_id uuid not null,
  headcount integer not null check (headcount between 0 and 100000),
  at timestamptz not null default kernel.now(),
  by_name text not null,
  primary key (bureau_id, meeting_id),
  foreign key (bureau_id, meeting_id) references meetings.meeting (bureau_id, booking_id)
);
call kernel.protect('meetings.counted');

-- The code at the door of a meeting: its id, signed. A new one is a new row, and the old one opens nothing.
create table meetings.attend_door (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  revoked_at timestamptz,
  revoked_by text,
  primary key (bureau_id, id),
  foreign key (bureau_id, meeting_id) references meetings.meeting (bureau_id, booking_id)
);
call kernel.protect('meetings.attend_door');
create unique index one_door_each on meetings.attend_door (bureau_id, meeting_id) where revoked_at is null;

-- How many came: counted in the room, else those who signed in; null where nobody recorded anything.
create function meetings.attended(bureau uuid, meeting uuid) returns integer language sql stable as $$
  select coalesce(
    (select c.headcount from meetings.counted c where c.bureau_id = bureau and c.meeting_id = meeting),
    (select nullif(count(*), 0)::integer from meetings.participant p where p.bureau_id = bureau
      and p.meeting_id = meeting and p.mark in ('PRESENT', 'LATE')))
$$;
