-- What happened (audit trail and outbox in one), who may act, and what was already answered.

create table kernel.event (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  at timestamptz not null default kernel.now(),
  -- null: the system itself, or somebody without an account
  actor_id uuid,
  actor_name text not null,
  -- session, token, job, import, public
  source text not null,
  type text not null check (type ~ '^[a-z][a-z-]*\.[a-z][a-z_-]*$'),
  subject_type text not null,
  subject_id uuid,
  before jsonb,
  after jsonb,
  reason text,
  request_id text,
  primary key (bureau_id, id)
);
call kernel.protect('kernel.event', append_only => true);
create index event_subject on kernel.event (bureau_id, subject_id, id);
create index event_type on kernel.event (bureau_id, type, id);
create index event_at on kernel.event (bureau_id, at, id);

-- Events still to be handed to handlers; a row leaves in the transaction that handled it.
create table kernel.outbox (
  bureau_id uuid not null,
  event_id uuid not null,
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  last_error text,
  primary key (bureau_id, event_id),
  foreign key (bureau_id, event_id) references kernel.event (bureau_id, id)
);
call kernel.protect('kernel.outbox');
create index outbox_due on kernel.outbox (due_at);

create function kernel.announce_event() returns trigger language plpgsql as $$
begin
  insert into kernel.outbox (bureau_id, event_id) values (new.bureau_id, new.id);
  perform pg_notify('houqin_event', json_build_object(
    'bureauId', new.bureau_id, 'id', new.id, 'type', new.type,
    'subjectType', new.subject_type, 'subjectId', new.subject_id)::text);
  return null;
end $$;
create trigger announce after insert on kernel.event for each row execute function kernel.announce_event();

-- Which account acts for which bureau, as whom and in which roles.
create table kernel.member (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  user_id uuid not null unique,
  user_name text not null unique check (user_name ~ '^[A-Za-z0-9][A-Za-z0-9._@-]{1,63}$'),
  name text not null,
  person_id uuid,
  unit_id uuid,
  -- as the directory calls it; kept here so that every session has it at hand
  unit_name text,
  roles text[] not null check (cardinality(roles) > 0),
  disabled_at timestamptz,
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id)
);
call kernel.protect('kernel.member');
create index member_person on kernel.member (bureau_id, person_id);

-- Personal tokens for programs: only the SHA-256 of a token is kept.
create table kernel.token (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  user_id uuid not null references kernel.member (user_id),
  title text not null check (length(title) between 1 and 100),
  hash bytea not null unique,
  created_at timestamptz not null default kernel.now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (bureau_id, id)
);
call kernel.protect('kernel.token');

-- The first answer to a write, given again when a phone sends the same write twice.
create table kernel.idempotency (
  bureau_id uuid not null references kernel.bureau (id),
  user_id uuid not null,
  key text not null check (length(key) between 8 and 200),
  action text not null,
  input_hash bytea not null,
  answer jsonb,
  at timestamptz not null default kernel.now(),
  primary key (bureau_id, user_id, key)
);
call kernel.protect('kernel.idempotency');

-- Numbers people read, WX-20261122-0007: one row a series.
create table kernel.counter (
  bureau_id uuid not null references kernel.bureau (id),
  series text not null,
  value bigint not null,
  primary key (bureau_id, series)
);
call kernel.protect('kernel.counter');

create function kernel.next_number(prefix text, day date) returns text language sql volatile as $$
  insert into kernel.counter (bureau_id, series, value)
  values (kernel.bureau(), prefix || '-' || to_char(day, 'YYYYMMDD'), 1)
  on conflict (bureau_id, series) do update set value = kernel.counter.value + 1
  returning series || '-' || lpad(value::text, 4, '0')
$$;

-- Lists people keep for themselves or share: the filters of a page, by name.
create table kernel.saved_view (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  list text not null check (length(list) between 1 and 60),
  name text not null check (length(name) between 1 and 60),
  query text not null check (length(query) <= 2000),
  owner_id uuid not null,
  shared boolean not null default false,
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, owner_id, list, name)
);
call kernel.protect('kernel.saved_view');

-- Files: photos and sheets. Bytes stay in the database so that one backup holds everything.
create table kernel.file (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size_bytes integer not null check (size_bytes > 0),
  sha256 bytea not null,
  width integer,
  height integer,
  bytes bytea not null,
  thumbnail bytea,
  uploaded_by uuid,
  uploaded_at timestamptz not null default kernel.now(),
  -- set when something refers to it; loose files are swept after a day
  attached_at timestamptz,
  subject_type text,
  subject_id uuid,
  check ((attached_at is null) = (subject_id is null)),
  primary key (bureau_id, id)
);
call kernel.protect('kernel.file');
create index file_subject on kernel.file (bureau_id, subject_id);
alter table kernel.file alter column bytes set storage external;
