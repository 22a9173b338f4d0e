-- A meeting is a booking of the line `meetings`, under the booking's id: time, place, title, unit, persons and rank are
-- the booking's. Its support (会务保障单) is the tasks below.
create table meetings.meeting (
  bureau_id uuid not null references kernel.bureau (id),
  booking_id uuid not null,
  number text not null check (length(number) between 1 and 60),
  services text[] not null default '{}' check (services <@ array['TEA', 'NAME_PLATES', 'PROJECTION', 'AV', 'ROSTRUM',
    'LOUNGE', 'PARKING', 'LIFT']),
  -- services of a sheet for which there is no word of ours; kept as they were written
  other_services text[] not null default '{}',
  layout text check (layout in ('CLASSROOM', 'THEATRE', 'HOLLOW_SQUARE', 'U_SHAPE', 'BOARDROOM')),
  note text not null default '' check (length(note) <= 2000),
  -- taken from a sheet; a later sheet may correct it
  imported boolean not null default false,
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, booking_id),
  unique (bureau_id, number),
  foreign key (bureau_id, booking_id) references bookings.booking (bureau_id, id)
);
call kernel.protect('meetings.meeting');

-- One thing to be done for a meeting, with its time and its owner; no owner: the attendants' pool.
create table meetings.task (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  meeting_id uuid not null,
  kind text not null check (kind in ('TAKE_ON', 'SET_UP', 'ROSTRUM', 'AV_TEST', 'TEA', 'NAME_PLATES', 'LOUNGE',
    'PARKING', 'LIFT', 'IN_SESSION', 'CLEANING', 'RESET')),
  step text not null check (step in ('TAKE_ON', 'SET_UP', 'IN_SESSION', 'RESET')),
  -- rounds of the same kind, from 1
  round integer not null default 1 check (round between 1 and 100),
  starts_at timestamptz not null,
  due_at timestamptz not null check (due_at >= starts_at),
  owner_person_id uuid,
  state text not null check (state in ('PLANNED', 'STARTED', 'DONE', 'CANCELLED', 'MISSED')),
  started_at timestamptz,
  done_at timestamptz check (done_at >= started_at),
  done_by_person_id uuid,
  done_by text,
  note text not null default '' check (length(note) <= 2000),
  -- mandatory lines of its checklist, at the standard in force when it was planned, and how many are answered
  lines_due integer not null default 0 check (lines_due >= 0),
  lines_answered integer not null default 0 check (lines_answered between 0 and lines_due),
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, meeting_id, kind, round),
  foreign key (bureau_id, meeting_id) references meetings.meeting (bureau_id, booking_id),
  foreign key (bureau_id, owner_person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, done_by_person_id) references directory.person (bureau_id, id),
  constraint started_when_under_way check (state not in ('STARTED', 'DONE') or started_at is not null),
  constraint done_has_moment check ((state = 'DONE') = (done_at is not null) and (done_at is null) = (done_by is null))
);
call kernel.protect('meetings.task');
call kernel.guard('meetings.task');
create index task_by_time on meetings.task (bureau_id, starts_at, id);
create index task_of_owner on meetings.task (bureau_id, owner_person_id, starts_at) where owner_person_id is not null;
create index task_to_miss on meetings.task (bureau_id, due_at) where state in ('PLANNED', 'STARTED');

-- 漏项补台: what was found left out, and how it was made good.
create table meetings.omission (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  meeting_id uuid not null,
  task_id uuid,
  line_id uuid,
  check (line_id is null or task_id is not null),
  what text not null check (length(what) between 1 and 2000),
  found_at timestamptz not null default kernel.now(),
  found_by text not null,
  remedy text check (length(remedy) between 1 and 2000),
  remedied_at timestamptz check (remedied_at >= found_at),
  remedied_by text,
  check ((remedied_at is null) = (remedy is null) and (remedied_at is null) = (remedied_by is null)),
  primary key (bureau_id, id),
  foreign key (bureau_id, meeting_id) references meetings.meeting (bureau_id, booking_id),
  foreign key (bureau_id, task_id) references meetings.task (bureau_id, id),
  foreign key (bureau_id, line_id) references standards.checklist_line (bureau_id, id)
);
call kernel.protect('meetings.omission');
create index omission_of_meeting on meetings.omission (bureau_id, meeting_id, found_at);

-- One rating a meeting, by who asked for it.
create table meetings.rating (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  meeting_id uuid not null,
  overall integer not null check (overall between 1 and 5),
  comment text not null default '' check (length(comment) <= 2000),
  at timestamptz not null default kernel.now(),
  by_person_id uuid,
  by_name text not null,
  primary key (bureau_id, id),
  unique (bureau_id, meeting_id),
  foreign key (bureau_id, meeting_id) references meetings.meeting (bureau_id, booking_id),
  foreign key (bureau_id, by_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('meetings.rating');
create index rating_by_time on meetings.rating (bureau_id, at);

-- 细思: what was learnt, and which clause should change for it.
create table meetings.reflection (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  meeting_id uuid not null,
  at timestamptz not null default kernel.now(),
  by_name text not null,
  note text not null check (length(note) between 1 and 2000),
  clause_id uuid,
  proposal text check (length(proposal) between 1 and 2000),
  check (proposal is null or clause_id is not null),
  primary key (bureau_id, id),
  foreign key (bureau_id, meeting_id) references meetings.meeting (bureau_id, booking_id),
  foreign key (bureau_id, clause_id) references standards.clause (bureau_id, id)
);
call kernel.protect('meetings.reflection', append_only => true);
create index reflection_of_meeting on meetings.reflection (bureau_id, meeting_id, at);
