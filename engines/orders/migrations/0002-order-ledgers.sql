-- What happened to an order, kept for good: hands, pledges, pauses, costs, reminders, steps of escalation.

-- 流转台账: every receipt, pledge, pause and answer; clocks and the explanation of every minute are read from it.
create table orders.hop (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  -- what happened first within one moment
  seq bigint not null generated always as identity,
  order_id uuid not null,
  at timestamptz not null default kernel.now(),
  kind text not null check (kind in ('received', 'assigned', 'accepted', 'transferred', 'returned', 'finished',
    'reopened', 'pledged', 'replied', 'started', 'paused', 'resumed', 'confirmed', 'closed', 'withdrawn')),
  -- whether the requester got an answer by it, and from whom: a machine's answer is no response
  responds text check (responds in ('human', 'machine')),
  holder_role text check (holder_role in ('DESK', 'POOL', 'WORKER', 'REQUESTER')),
  holder_person_id uuid,
  holder_unit_id uuid,
  -- of a pledge
  respond_minutes integer check (respond_minutes > 0),
  finish_minutes integer check (finish_minutes > 0),
  round_the_clock boolean,
  -- a promise that moved earlier never does so silently: by so many minutes
  moved_earlier_minutes integer check (moved_earlier_minutes > 0),
  -- what is left to the one who receives it, in working minutes
  allowance_minutes integer check (allowance_minutes > 0),
  pause_reason text check (pause_reason in ('PARTS', 'USER', 'WEATHER', 'THIRD_PARTY', 'APPROVAL')),
  note text not null default '' check (length(note) <= 4000),
  by_person_id uuid,
  by_name text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, order_id) references orders.service_order (bureau_id, id),
  foreign key (bureau_id, holder_person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, holder_unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, by_person_id) references directory.person (bureau_id, id),
  constraint receipt_names_holder check (
    (kind in ('received', 'assigned', 'accepted', 'transferred', 'returned', 'finished', 'reopened'))
    = (holder_role is not null)),
  constraint pledge_has_minutes check (
    (kind = 'pledged') = (finish_minutes is not null)
    and (kind = 'pledged') = (respond_minutes is not null)
    and (kind = 'pledged') = (round_the_clock is not null)),
  constraint pause_names_reason check ((kind = 'paused') = (pause_reason is not null))
);
call kernel.protect('orders.hop', append_only => true);
create index hop_of_order on orders.hop (bureau_id, order_id, at, seq);
create index hop_of_holder on orders.hop (bureau_id, holder_person_id, order_id) where holder_person_id is not null;

-- Money and time an order took; a correction is an entry.
create table orders.cost (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  at timestamptz not null default kernel.now(),
  kind text not null check (kind in ('LABOUR', 'PART', 'OUTSOURCED', 'OTHER')),
  title text not null check (length(title) between 1 and 200),
  quantity numeric(12, 3) not null check (quantity <> 0),
  unit text not null default '' check (length(unit) <= 20),
  unit_price_fen bigint not null check (unit_price_fen >= 0),
  amount_fen bigint not null generated always as (round(quantity * unit_price_fen)) stored,
  corrects_id uuid,
  reason text not null default '' check (length(reason) <= 400),
  by_person_id uuid,
  by_name text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, order_id) references orders.service_order (bureau_id, id),
  foreign key (bureau_id, corrects_id) references orders.cost (bureau_id, id),
  foreign key (bureau_id, by_person_id) references directory.person (bureau_id, id),
  constraint only_corrections_are_negative check (quantity > 0 or corrects_id is not null),
  constraint correction_has_reason check (corrects_id is null or reason <> '')
);
call kernel.protect('orders.cost', append_only => true);
create index cost_of_order on orders.cost (bureau_id, order_id, at);
create index cost_by_time on orders.cost (bureau_id, at);
create unique index corrected_once on orders.cost (bureau_id, corrects_id);

-- The order's total is the sum of its entries, by construction.
create function orders.sum_cost() returns trigger language plpgsql as $$
begin
  update orders.service_order set cost_fen = cost_fen + new.amount_fen
  where bureau_id = new.bureau_id and id = new.order_id;
  return null;
end $$;
create trigger sum_cost after insert on orders.cost for each row execute function orders.sum_cost();

-- 催办
create table orders.reminder (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  at timestamptz not null default kernel.now(),
  note text not null default '' check (length(note) <= 400),
  -- in whose hands it was
  holder_role text not null,
  holder_person_id uuid,
  by_person_id uuid,
  by_name text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, order_id) references orders.service_order (bureau_id, id),
  foreign key (bureau_id, holder_person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, by_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('orders.reminder', append_only => true);
create index reminder_of_order on orders.reminder (bureau_id, order_id, at);

-- A step of warning or escalation that came due: each once, whatever the server missed in between.
create table orders.escalation (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  clock text not null check (clock in ('respond', 'finish')),
  step text not null check (length(step) between 1 and 60),
  name_zh text not null,
  name_en text not null,
  -- 0 warns before, 1 and more escalate after
  level integer not null,
  offset_minutes integer not null,
  -- when it came due, and when the server got to it
  due_at timestamptz not null,
  fired_at timestamptz not null default kernel.now(),
  to_role text not null check (to_role in ('worker', 'dispatcher', 'manager', 'director', 'liaison')),
  holder_role text not null,
  holder_person_id uuid,
  primary key (bureau_id, id),
  unique (bureau_id, order_id, clock, step, due_at),
  foreign key (bureau_id, order_id) references orders.service_order (bureau_id, id),
  foreign key (bureau_id, holder_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('orders.escalation', append_only => true);
create index escalation_by_time on orders.escalation (bureau_id, fired_at);

-- A look at a restricted order by somebody other than its requester; it opens the order for a while.
create table orders.opening (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  user_id uuid not null,
  at timestamptz not null default kernel.now(),
  reason text not null default '' check (length(reason) <= 400),
  primary key (bureau_id, id),
  foreign key (bureau_id, order_id) references orders.service_order (bureau_id, id)
);
call kernel.protect('orders.opening', append_only => true);
create index opening_of_order on orders.opening (bureau_id, order_id, user_id, at);

-- Who else follows an order: requesters whose own report was merged into it.
create table orders.follower (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  person_id uuid not null,
  via_order_id uuid,
  at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, order_id, person_id),
  foreign key (bureau_id, order_id) references orders.service_order (bureau_id, id),
  foreign key (bureau_id, via_order_id) references orders.service_order (bureau_id, id),
  foreign key (bureau_id, person_id) references directory.person (bureau_id, id)
);
call kernel.protect('orders.follower', append_only => true);
create index follower_person on orders.follower (bureau_id, person_id, order_id);
