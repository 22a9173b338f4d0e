-- The service order (工单): one thing somebody asked for, who answers for it, who holds it, and what was promised.

create schema orders;
grant usage on schema orders to houqin_app;

create table orders.service_order (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  -- people-facing, WX-20261122-0007; imported orders keep their own
  number text not null check (length(number) between 1 and 60),
  -- the service line it belongs to, and that line's own subdivision of it
  line text not null check (line ~ '^[a-z][a-z-]{1,30}$'),
  kind text not null default 'general' check (length(kind) between 1 and 60),
  -- what a worker must be able to do; null: anybody of the line
  skill text check (length(skill) between 1 and 60),
  item_version_id uuid,
  -- the hours its promise is counted over; null: nothing was promised (imported)
  calendar text check (calendar ~ '^[a-z][a-z0-9-]{1,40}$'),
  title text not null check (length(title) between 1 and 200),
  description text not null default '' check (length(description) <= 4000),
  urgency text not null default 'NORMAL' check (urgency in ('NORMAL', 'URGENT')),
  channel text not null check (channel in ('WEB', 'PHONE', 'QR', 'DESK', 'IMPORT')),
  -- leaders' orders: few may see them, and every look is on record
  restricted boolean not null default false,

  -- the three parties: who asks, who manages the service, who provides it
  requester_person_id uuid,
  requester_name text not null check (length(requester_name) between 1 and 100),
  requester_phone text check (requester_phone ~ '^[0-9+][0-9 -]{2,24}$'),
  client_unit_id uuid not null,
  managing_unit_id uuid not null,
  provider_unit_id uuid not null,

  site_id uuid not null,
  room_id uuid,
  place_text text not null default '' check (length(place_text) <= 200),

  -- 首问责任人: set once, never moved
  first_contact_owner_id uuid,
  first_contact_at timestamptz,

  -- in whose hands it is: a person, or a desk or pool of a unit
  holder_role text not null check (holder_role in ('DESK', 'POOL', 'WORKER', 'REQUESTER', 'NOBODY')),
  holder_person_id uuid,
  holder_unit_id uuid,
  held_since timestamptz not null default kernel.now(),
  -- own deadline of the holder, fair to whoever received it late
  holder_due_at timestamptz,
  -- who is to do it or did it, also after it went to the requester
  worker_person_id uuid,
  -- who sent it there, for judging who may not rate it
  dispatcher_person_id uuid,

  state text not null check (state in ('SUBMITTED', 'ACCEPTED', 'OFFERED', 'ASSIGNED', 'TAKEN', 'IN_PROGRESS',
    'PAUSED', 'FINISHED', 'COMPLETED', 'VOIDED', 'MERGED')),
  pause_reason text check (pause_reason in ('PARTS', 'USER', 'WEATHER', 'THIRD_PARTY', 'APPROVAL')),

  created_at timestamptz not null default kernel.now(),
  responded_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  confirmed_at timestamptz,
  completed_at timestamptz,
  -- null while a pause leaves them open
  respond_due_at timestamptz,
  finish_due_at timestamptz,
  -- for lists by what falls due first; what is held comes last
  due_rank timestamptz not null generated always as (coalesce(finish_due_at, '9999-12-31 00:00:00+00'::timestamptz)) stored,
  respond_on_time boolean,
  on_time boolean,
  respond_minutes integer check (respond_minutes >= 0),
  work_minutes integer check (work_minutes >= 0),

  closing_result text check (closing_result in ('RESOLVED', 'PARTLY_RESOLVED', 'NOT_NEEDED', 'NOT_POSSIBLE',
    'WITHDRAWN', 'VOIDED', 'MERGED')),
  closing_note text not null default '' check (length(closing_note) <= 4000),
  merged_into_id uuid check (merged_into_id <> id),

  cost_fen bigint not null default 0,
  reminder_count integer not null default 0,
  reopen_count integer not null default 0,
  overall_rating smallint check (overall_rating between 1 and 5),
  -- made on a phone before it had a signal; the same key again gives the same order
  client_key text check (length(client_key) between 8 and 100),

  -- which warnings and escalations were already looked at, and when the next one comes
  steps_seen_until timestamptz not null default kernel.now(),
  next_step_at timestamptz,

  search_words text not null default '',
  search_grams text[] not null generated always as (kernel.bigrams(search_words)) stored,

  primary key (bureau_id, id),
  unique (bureau_id, number),
  unique (bureau_id, client_key),
  foreign key (bureau_id, item_version_id) references catalogue.item_version (bureau_id, id),
  foreign key (bureau_id, requester_person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, client_unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, managing_unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, provider_unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, site_id) references directory.site (bureau_id, id),
  foreign key (bureau_id, room_id, site_id) references directory.room (bureau_id, id, site_id),
  foreign key (bureau_id, first_contact_owner_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, holder_person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, holder_unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, worker_person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, dispatcher_person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, merged_into_id) references orders.service_order (bureau_id, id),

  -- 事事有人管: an open order is always in somebody's hands; before the first contact in those of the desk
  constraint always_held check (
    (state in ('COMPLETED', 'VOIDED', 'MERGED')) = (holder_role = 'NOBODY')
    and (holder_role <> 'WORKER' or holder_person_id is not null)
    and (holder_role not in ('DESK', 'POOL') or holder_unit_id is not null)),
  constraint always_owned check (
    first_contact_owner_id is not null or channel = 'IMPORT' or state in ('SUBMITTED', 'VOIDED', 'MERGED')),
  constraint promised_or_imported check (calendar is not null or channel = 'IMPORT'),
  constraint first_contact_whole check ((first_contact_owner_id is null) = (first_contact_at is null)),
  -- 件件有落实: what has ended says with which result, and what has not ended does not
  constraint closing_result_known check (
    (state in ('FINISHED', 'COMPLETED', 'VOIDED', 'MERGED')) = (closing_result is not null)),
  constraint finished_known check ((state in ('FINISHED', 'COMPLETED')) <= (finished_at is not null)),
  constraint end_known check ((state in ('COMPLETED', 'VOIDED', 'MERGED')) = (completed_at is not null)),
  constraint merged_where check ((state = 'MERGED') = (merged_into_id is not null)),
  constraint pause_has_reason check ((state = 'PAUSED') = (pause_reason is not null)),
  constraint finish_after_creation check (finished_at >= created_at)
);
call kernel.protect('orders.service_order');
call kernel.guard('orders.service_order');

create index order_by_state on orders.service_order (bureau_id, state, created_at, id);
create index order_by_created on orders.service_order (bureau_id, created_at, id);
create index order_by_line on orders.service_order (bureau_id, line, created_at, id);
create index order_by_unit on orders.service_order (bureau_id, client_unit_id, created_at, id);
create index order_by_site on orders.service_order (bureau_id, site_id, created_at, id);
create index order_by_room on orders.service_order (bureau_id, room_id, created_at) where room_id is not null;
create index order_by_requester on orders.service_order (bureau_id, requester_person_id, created_at, id);
create index order_by_owner on orders.service_order (bureau_id, first_contact_owner_id, created_at, id);
create index order_by_worker on orders.service_order (bureau_id, worker_person_id, created_at, id);
create index order_by_finish on orders.service_order (bureau_id, finished_at);
create index order_in_hands on orders.service_order (bureau_id, holder_person_id, state)
  where holder_role = 'WORKER';
create index order_due on orders.service_order (bureau_id, due_rank, id) where finished_at is null and completed_at is null;
create index order_next_step on orders.service_order (bureau_id, next_step_at) where next_step_at is not null;
create index order_search on orders.service_order using gin (search_grams);

-- 首问责任人 never moves: not by the application, not by its owner, not by anybody's update.
create function orders.keep_first_contact() returns trigger language plpgsql as $$
begin
  if old.first_contact_owner_id is not null
     and (new.first_contact_owner_id is distinct from old.first_contact_owner_id
          or new.first_contact_at is distinct from old.first_contact_at) then
    raise exception 'the first-contact owner of % never moves', old.number
      using errcode = 'check_violation', constraint = 'first_contact_never_moves';
  end if;
  return new;
end $$;
create trigger keep_first_contact before update on orders.service_order
  for each row execute function orders.keep_first_contact();
