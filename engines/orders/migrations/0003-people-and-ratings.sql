-- Who can do it (duty, offers, turns) and how it was found (evaluation, follow-up call, complaint); the bureau's settings.

create table orders.worker (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  person_id uuid not null,
  on_duty boolean not null default false,
  -- end of the shift; null: until said otherwise
  on_duty_until timestamptz,
  max_load integer not null default 5 check (max_load between 0 and 100),
  -- where the person is stationed, to prefer who is near
  site_id uuid,
  changed_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, person_id),
  foreign key (bureau_id, person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, site_id) references directory.site (bureau_id, id)
);
call kernel.protect('orders.worker');

-- 抢单: to whom an order was offered; the first to claim it has it.
create table orders.offer (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  person_id uuid not null,
  at timestamptz not null default kernel.now(),
  -- null while it stands; then whether this person got it
  settled_at timestamptz,
  won boolean,
  primary key (bureau_id, id),
  foreign key (bureau_id, order_id) references orders.service_order (bureau_id, id),
  foreign key (bureau_id, person_id) references directory.person (bureau_id, id),
  check ((settled_at is null) = (won is null))
);
call kernel.protect('orders.offer');
create unique index standing_offer on orders.offer (bureau_id, order_id, person_id) where settled_at is null;
create unique index one_winner on orders.offer (bureau_id, order_id, settled_at) where won;
create index offer_to_person on orders.offer (bureau_id, person_id, order_id) where settled_at is null;

-- 轮询: whose turn it was; a turn is given back when the order is taken away again.
create table orders.turn (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  person_id uuid not null,
  at timestamptz not null default kernel.now(),
  given_back_at timestamptz,
  primary key (bureau_id, id),
  foreign key (bureau_id, order_id) references orders.service_order (bureau_id, id),
  foreign key (bureau_id, person_id) references directory.person (bureau_id, id)
);
call kernel.protect('orders.turn');
create index turn_of_person on orders.turn (bureau_id, person_id, at) where given_back_at is null;
create index turn_of_order on orders.turn (bureau_id, order_id);

-- How the requester found it: one to five overall, and in each of the item's dimensions.
create table orders.evaluation (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  at timestamptz not null default kernel.now(),
  overall smallint not null check (overall between 1 and 5),
  comment text not null default '' check (length(comment) <= 4000),
  -- null: a caller without an account, or an imported rating
  by_person_id uuid,
  by_name text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, order_id) references orders.service_order (bureau_id, id),
  foreign key (bureau_id, by_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('orders.evaluation', append_only => true);
create unique index one_evaluation_each on orders.evaluation (bureau_id, order_id, by_person_id) nulls not distinct;
create index evaluation_by_time on orders.evaluation (bureau_id, at);

-- One dimension (主动超前、快捷迅速、热情用心、娴熟精确、规范到位、责任始终, unless the item has others).
create table orders.evaluation_score (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  evaluation_id uuid not null,
  dimension text not null check (dimension ~ '^[a-z][a-z-]{1,30}$'),
  score smallint not null check (score between 1 and 5),
  primary key (bureau_id, id),
  unique (bureau_id, evaluation_id, dimension),
  foreign key (bureau_id, evaluation_id) references orders.evaluation (bureau_id, id)
);
call kernel.protect('orders.evaluation_score', append_only => true);

-- Nobody rates the own work, whatever the application believes.
create function orders.refuse_self_rating() returns trigger language plpgsql as $$
begin
  if exists (select from orders.service_order o
             where o.bureau_id = new.bureau_id and o.id = new.order_id
               and new.by_person_id in (o.worker_person_id, o.dispatcher_person_id)) then
    raise exception 'nobody rates the own work' using errcode = 'check_violation', constraint = 'no_self_rating';
  end if;
  return new;
end $$;
create trigger refuse_self_rating before insert on orders.evaluation
  for each row execute function orders.refuse_self_rating();

-- 回访 by sample
create table orders.follow_up (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  month date not null check (extract(day from month) = 1),
  planned_at timestamptz not null default kernel.now(),
  due_on date not null,
  done_at timestamptz,
  outcome text check (outcome in ('SATISFIED', 'NEUTRAL', 'UNSATISFIED', 'NOT_REACHED')),
  result text not null default '' check (length(result) <= 4000),
  by_person_id uuid,
  by_name text,
  primary key (bureau_id, id),
  unique (bureau_id, order_id),
  foreign key (bureau_id, order_id) references orders.service_order (bureau_id, id),
  foreign key (bureau_id, by_person_id) references directory.person (bureau_id, id),
  check ((done_at is null) = (outcome is null)),
  check ((done_at is null) = (by_name is null))
);
call kernel.protect('orders.follow_up');
create index follow_up_open on orders.follow_up (bureau_id, due_on) where done_at is null;
create index follow_up_month on orders.follow_up (bureau_id, month, id);

-- 投诉, by phone or mailbox, about an order or a service: registered, owned, due, answered.
create table orders.complaint (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  number text not null,
  channel text not null check (channel in ('PHONE', 'MAILBOX', 'WEB', 'VISIT')),
  order_id uuid,
  line text check (line ~ '^[a-z][a-z-]{1,30}$'),
  about text not null check (length(about) between 1 and 200),
  words text not null check (length(words) between 1 and 4000),
  complainant_name text not null check (length(complainant_name) between 1 and 100),
  complainant_phone text check (complainant_phone ~ '^[0-9+][0-9 -]{2,24}$'),
  complainant_person_id uuid,
  unit_id uuid,
  owner_id uuid not null,
  state text not null check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
  registered_at timestamptz not null default kernel.now(),
  due_at timestamptz not null,
  answered_at timestamptz,
  answer text check (length(answer) between 1 and 4000),
  justified boolean,
  closed_at timestamptz,
  by_name text not null,
  primary key (bureau_id, id),
  unique (bureau_id, number),
  foreign key (bureau_id, order_id) references orders.service_order (bureau_id, id),
  foreign key (bureau_id, complainant_person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, owner_id) references directory.person (bureau_id, id),
  check ((state = 'OPEN') = (answered_at is null)),
  check ((answered_at is null) = (answer is null)),
  check ((answered_at is null) = (justified is null)),
  check ((state = 'CLOSED') = (closed_at is not null))
);
call kernel.protect('orders.complaint');
call kernel.guard('orders.complaint');
create index complaint_by_time on orders.complaint (bureau_id, registered_at, id);
create index complaint_open on orders.complaint (bureau_id, due_at) where state = 'OPEN';
create index complaint_of_order on orders.complaint (bureau_id, order_id) where order_id is not null;

-- How this bureau runs its orders; one row, absent while the usual values hold.
create table orders.setting (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  confirm_days integer not null check (confirm_days between 1 and 60),
  reopen_days integer not null check (reopen_days between 1 and 90),
  fair_minutes integer not null check (fair_minutes between 5 and 1440),
  reminder_minutes integer not null check (reminder_minutes between 5 and 1440),
  follow_up_percent integer not null check (follow_up_percent between 0 and 100),
  complaint_days integer not null check (complaint_days between 1 and 30),
  opening_minutes integer not null check (opening_minutes between 1 and 480),
  primary key (bureau_id, id),
  unique (bureau_id)
);
call kernel.protect('orders.setting');
