-- Events told to other systems: where to, signed with what, and every try on record.

create schema webhooks;
grant usage on schema webhooks to houqin_app;

create table webhooks.endpoint (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  name text not null check (length(name) between 1 and 100),
  address text not null check (address ~ '^https?://' and length(address) <= 500),
  types text[] not null check (cardinality(types) between 1 and 200),
  -- PEM of the other side's own authority, for a certificate no public one has signed
  authority text not null default '' check (length(authority) <= 20000),
  secret_sealed text not null,
  -- after a rotation the former one signs too until then, so that the receiver can change over
  former_secret_sealed text,
  former_until timestamptz,
  failures integer not null default 0,
  paused_at timestamptz,
  pause_reason text not null default '',
  created_at timestamptz not null default kernel.now(),
  removed_at timestamptz,
  primary key (bureau_id, id),
  check ((former_secret_sealed is null) = (former_until is null))
);
call kernel.protect('webhooks.endpoint');

-- One event for one endpoint; a replay is another round of the same.
create table webhooks.delivery (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  endpoint_id uuid not null,
  event_id uuid not null,
  round integer not null default 0,
  created_at timestamptz not null default kernel.now(),
  due_at timestamptz not null default kernel.now(),
  attempts integer not null default 0,
  leased_until timestamptz,
  delivered_at timestamptz,
  given_up_at timestamptz,
  primary key (bureau_id, id),
  unique (bureau_id, endpoint_id, event_id, round),
  foreign key (bureau_id, endpoint_id) references webhooks.endpoint (bureau_id, id),
  foreign key (bureau_id, event_id) references kernel.event (bureau_id, id),
  check (delivered_at is null or given_up_at is null)
);
call kernel.protect('webhooks.delivery');
create index webhook_due on webhooks.delivery (bureau_id, due_at) where delivered_at is null and given_up_at is null;
create index webhook_age on webhooks.delivery (bureau_id, created_at);

create table webhooks.attempt (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  delivery_id uuid not null,
  endpoint_id uuid not null,
  at timestamptz not null default kernel.now(),
  -- null: no answer came
  status integer check (status between 100 and 599),
  took_ms integer not null check (took_ms >= 0),
  good boolean not null,
  -- the first bytes of the answer, or what went wrong on the way
  answer text not null default '' check (length(answer) <= 500),
  primary key (bureau_id, id),
  foreign key (bureau_id, delivery_id) references webhooks.delivery (bureau_id, id) on delete cascade
);
call kernel.protect('webhooks.attempt');
create index attempt_of_endpoint on webhooks.attempt (bureau_id, endpoint_id, at, id);
create index attempt_of_delivery on webhooks.attempt (bureau_id, delivery_id);

-- Planned in the event's own transaction: what was rolled back is never told, what was committed always is. A bureau
-- without endpoints pays one look into an empty table.
create function webhooks.plan_delivery() returns trigger language plpgsql as $$
begin
  insert into webhooks.delivery (bureau_id, endpoint_id, event_id)
  select e.bureau_id, e.id, new.id from webhooks.endpoint e
  where e.bureau_id = new.bureau_id and e.removed_at is null and new.type = any (e.types);
  return null;
end $$;
create trigger plan_webhooks after insert on kernel.event
  for each row execute function webhooks.plan_delivery();
