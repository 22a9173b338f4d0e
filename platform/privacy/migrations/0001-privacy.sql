-- How long things are kept, what may not be touched meanwhile, and what people asked about their own data.

create schema privacy;
grant usage on schema privacy to houqin_app;

-- A bureau's own period or action for a class that a module declares.
create table privacy.retention_rule (
  bureau_id uuid not null references kernel.bureau (id),
  class text not null check (class ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'),
  days integer not null check (days between 0 and 36500),
  action text not null check (action in ('ERASE', 'ANONYMISE', 'KEEP')),
  changed_by text not null,
  changed_at timestamptz not null default kernel.now(),
  primary key (bureau_id, class)
);
call kernel.protect('privacy.retention_rule');

-- What a night did: how many rows, never which.
create table privacy.retention_run (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  class text not null,
  action text not null,
  rows integer not null check (rows > 0),
  at timestamptz not null default kernel.now(),
  primary key (bureau_id, id)
);
call kernel.protect('privacy.retention_run', append_only => true);
create index retention_run_class on privacy.retention_run (bureau_id, class, at);

-- 保全: what an audit or a dispute needs stays as it is, a whole class or whatever names one id.
create table privacy.hold (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  class text,
  subject_id uuid,
  reason text not null check (length(reason) between 1 and 500),
  placed_by text not null,
  placed_at timestamptz not null default kernel.now(),
  released_by text,
  released_at timestamptz,
  primary key (bureau_id, id),
  check (num_nonnulls(class, subject_id) = 1),
  check ((released_at is null) = (released_by is null))
);
call kernel.protect('privacy.hold');
create index hold_standing on privacy.hold (bureau_id, subject_id) where released_at is null;

-- A person's wish to have the own data corrected or deleted; decided with a reason before the day it is due.
create table privacy.request (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  kind text not null check (kind in ('CORRECTION', 'DELETION')),
  user_id uuid not null,
  person_id uuid,
  name text not null,
  words text not null check (length(words) between 1 and 2000),
  asked_at timestamptz not null default kernel.now(),
  due_on date not null,
  decision text check (decision in ('GRANTED', 'REFUSED')),
  reason text check (length(reason) between 1 and 1000),
  decided_by text,
  decided_at timestamptz,
  -- part by part, what was erased, made anonymous or kept, and why
  outcome jsonb,
  primary key (bureau_id, id),
  check ((decided_at is null) = (decision is null)),
  check ((decided_at is null) = (reason is null)),
  check ((decided_at is null) = (decided_by is null))
);
call kernel.protect('privacy.request');
create unique index one_open_request on privacy.request (bureau_id, user_id, kind) where decided_at is null;

create table privacy.setting (
  bureau_id uuid not null references kernel.bureau (id),
  answer_days integer not null check (answer_days between 1 and 60),
  primary key (bureau_id)
);
call kernel.protect('privacy.setting');
