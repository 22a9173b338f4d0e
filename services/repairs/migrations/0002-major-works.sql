-- Major works (大型维修改造) as projects: several contractors survey, one is chosen, the result is proven later.
-- A work has the id of its order.
create table repairs.major_work (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null,
  state text not null check (state in ('SURVEY', 'QUOTED', 'CHOSEN', 'WORKS', 'WORKS_DONE', 'VERIFICATION', 'REWORK',
    'VERIFIED', 'REGRADED')),
  chosen_quote_id uuid,
  choice_reason text check (length(choice_reason) between 1 and 2000),
  started_on date,
  planned_to date,
  finished_on date,
  verification_condition text check (length(verification_condition) between 1 and 100),
  verification_due_on date,
  primary key (bureau_id, id),
  foreign key (bureau_id, id) references repairs.repair (bureau_id, order_id),
  constraint chosen_before_works check (
    (state in ('SURVEY', 'QUOTED', 'REGRADED')) = (chosen_quote_id is null)
    and (chosen_quote_id is null) = (choice_reason is null)),
  constraint works_have_dates check (
    (state in ('WORKS', 'WORKS_DONE', 'VERIFICATION', 'REWORK', 'VERIFIED')) = (started_on is not null)
    and (started_on is null) = (planned_to is null)
    and planned_to >= started_on and finished_on >= started_on),
  constraint done_has_day check (state not in ('WORKS_DONE', 'VERIFICATION', 'VERIFIED') or finished_on is not null),
  constraint verified_under_condition check (
    state not in ('VERIFICATION', 'VERIFIED') or verification_condition is not null)
);
call kernel.protect('repairs.major_work');
call kernel.guard('repairs.major_work');
create index major_work_by_state on repairs.major_work (bureau_id, state);

create table repairs.survey (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  work_id uuid not null,
  contractor text not null check (length(contractor) between 2 and 100),
  surveyed_at timestamptz not null,
  findings text not null check (length(findings) between 1 and 2000),
  by_name text not null,
  primary key (bureau_id, id),
  unique (bureau_id, work_id, contractor),
  foreign key (bureau_id, work_id) references repairs.major_work (bureau_id, id)
);
call kernel.protect('repairs.survey', append_only => true);

create table repairs.quote (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  work_id uuid not null,
  contractor text not null,
  amount_fen bigint not null check (amount_fen >= 0),
  content text not null default '' check (length(content) <= 2000),
  quoted_at timestamptz not null default kernel.now(),
  by_name text not null,
  primary key (bureau_id, id),
  unique (bureau_id, work_id, contractor),
  unique (bureau_id, id, work_id),
  -- who did not survey cannot quote, by the key itself
  foreign key (bureau_id, work_id, contractor) references repairs.survey (bureau_id, work_id, contractor)
);
call kernel.protect('repairs.quote', append_only => true);
-- A work chooses among its own quotes.
alter table repairs.major_work add foreign key (bureau_id, chosen_quote_id, id)
  references repairs.quote (bureau_id, id, work_id);

create table repairs.verification (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  work_id uuid not null,
  at timestamptz not null default kernel.now(),
  condition text not null check (length(condition) between 1 and 200),
  result text not null check (result in ('PASSED', 'FAILED')),
  note text not null default '' check (length(note) <= 2000),
  by_name text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, work_id) references repairs.major_work (bureau_id, id)
);
call kernel.protect('repairs.verification', append_only => true);
create index verification_of_work on repairs.verification (bureau_id, work_id, at);
