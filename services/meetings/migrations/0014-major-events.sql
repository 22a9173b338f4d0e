-- Major event (重大活动): meetings, milestones and guests under one head, reported together.
create table meetings.major_event (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  number text not null check (length(number) between 1 and 60),
  title text not null check (length(title) between 1 and 200),
  state text not null check (state in ('PLANNED', 'UNDER_WAY', 'CLOSED')),
  owner_person_id uuid,
  owner_name text not null check (length(owner_name) between 1 and 60),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  note text not null default '' check (length(note) <= 2000),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  closed_at timestamptz,
  primary key (bureau_id, id),
  unique (bureau_id, number),
  foreign key (bureau_id, owner_person_id) references directory.person (bureau_id, id),
  constraint closed_has_moment check ((state = 'CLOSED') = (closed_at is not null))
);
call kernel.protect('meetings.major_event');
call kernel.guard('meetings.major_event');
create index event_by_day on meetings.major_event (bureau_id, from_day, id);

-- A meeting belongs to one event at most.
create table meetings.event_meeting (
  bureau_id uuid not null references kernel.bureau (id),
  meeting_id uuid not null,
  event_id uuid not null,
  primary key (bureau_id, meeting_id),
  foreign key (bureau_id, meeting_id) references meetings.meeting (bureau_id, booking_id),
  foreign key (bureau_id, event_id) references meetings.major_event (bureau_id, id)
);
call kernel.protect('meetings.event_meeting');
create index meeting_of_event on meetings.event_meeting (bureau_id, event_id);

create table meetings.milestone (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  event_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  due_on date not null,
  owner_person_id uuid,
  owner_name text not null check (length(owner_name) between 1 and 60),
  done_at timestamptz,
  done_by text,
  check ((done_at is null) = (done_by is null)),
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  foreign key (bureau_id, event_id) references meetings.major_event (bureau_id, id),
  foreign key (bureau_id, owner_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('meetings.milestone');
create index milestone_of_event on meetings.milestone (bureau_id, event_id, due_on, id);

create table meetings.event_guest (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  event_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  unit_name text not null default '' check (length(unit_name) <= 100),
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  foreign key (bureau_id, event_id) references meetings.major_event (bureau_id, id)
);
call kernel.protect('meetings.event_guest');
create unique index guest_once on meetings.event_guest (bureau_id, event_id, name, unit_name)
  where name <> '（已匿名）';

-- What other lines are asked for: so many meals, passes or vehicles on a day. The last of a kind and day counts.
create table meetings.need (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  meeting_id uuid,
  event_id uuid,
  check ((meeting_id is null) <> (event_id is null)),
  kind text not null check (kind in ('MEALS', 'PASSES', 'VEHICLES')),
  on_day date not null,
  quantity integer not null check (quantity between 0 and 100000),
  note text not null default '' check (length(note) <= 500),
  asked_at timestamptz not null default kernel.now(),
  asked_by text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, meeting_id) references meetings.meeting (bureau_id, booking_id),
  foreign key (bureau_id, event_id) references meetings.major_event (bureau_id, id)
);
call kernel.protect('meetings.need', append_only => true);
create index need_of_meeting on meetings.need (bureau_id, meeting_id, kind, on_day, id) where meeting_id is not null;
create index need_of_event on meetings.need (bureau_id, event_id, kind, on_day, id) where event_id is not null;
