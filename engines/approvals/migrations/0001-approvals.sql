-- Who has to say yes, in which order, who really said what, and when: routes, approvals, their steps, and who was asked.

create schema approvals;
grant usage on schema approvals to houqin_app;
create extension if not exists btree_gist;

-- A way to a decision. The first of its type, in this order, whose conditions all hold is taken.
create table approvals.route (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  -- what is approved, in the words of the service: fleet.request
  type text not null check (type ~ '^[a-z][a-z-]{1,30}\.[a-z][a-z_-]{1,40}$'),
  position integer not null check (position between 1 and 10000),
  created_at timestamptz not null default kernel.now(),
  closed_at timestamptz,
  primary key (bureau_id, id)
);
call kernel.protect('approvals.route');
create index route_order on approvals.route (bureau_id, type, position, id) where closed_at is null;

-- What a route asks for, as it stood from some moment on. Never changed: an approval keeps the version it began with.
create table approvals.route_version (
  bureau_id uuid not null references kernel.bureau (id),
  route_id uuid not null,
  number integer not null check (number > 0),
  title text not null check (length(title) between 1 and 100),
  -- [{fact, op, value}], all of which must hold
  conditions jsonb not null default '[]' check (jsonb_typeof(conditions) = 'array'),
  changed_at timestamptz not null default kernel.now(),
  changed_by text not null,
  primary key (bureau_id, route_id, number),
  foreign key (bureau_id, route_id) references approvals.route (bureau_id, id)
);
call kernel.protect('approvals.route_version', append_only => true);

create table approvals.route_step (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  route_id uuid not null,
  number integer not null,
  position integer not null check (position between 1 and 20),
  title text not null check (length(title) between 1 and 60),
  mode text not null check (mode in ('ANY', 'MAJORITY', 'ALL')),
  -- [{kind: ROLE, role} | {kind: UNIT_HEAD} | {kind: PERSON, personId}]
  asks jsonb not null check (jsonb_typeof(asks) = 'array' and jsonb_array_length(asks) between 1 and 20),
  -- working minutes to answer in
  answer_minutes integer not null check (answer_minutes between 1 and 100000),
  -- who decides when nobody does in time, or nobody is there
  escalates_to jsonb not null check (jsonb_typeof(escalates_to) = 'array' and jsonb_array_length(escalates_to) between 1 and 20),
  primary key (bureau_id, id),
  unique (bureau_id, route_id, number, position),
  foreign key (bureau_id, route_id, number) references approvals.route_version (bureau_id, route_id, number)
);
call kernel.protect('approvals.route_step', append_only => true);

create table approvals.approval (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  type text not null check (type ~ '^[a-z][a-z-]{1,30}\.[a-z][a-z_-]{1,40}$'),
  subject_id uuid not null,
  -- what people call it, and where it opens
  label text not null check (length(label) between 1 and 300),
  href text not null check (href ~ '^/' and length(href) <= 300),
  unit_id uuid not null,
  requester_person_id uuid,
  requester_name text not null check (length(requester_name) between 1 and 100),
  -- what the route was chosen by
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
  state text not null check (state in ('PENDING', 'APPROVED', 'REFUSED', 'RETURNED', 'WITHDRAWN')),
  -- handed in again after a return: counted from 1
  round integer not null default 1 check (round > 0),
  -- null: no route fits, so nobody had to be asked
  route_id uuid,
  route_number integer,
  check ((route_id is null) = (route_number is null)),
  started_at timestamptz not null default kernel.now(),
  -- this round
  asked_at timestamptz not null default kernel.now(),
  ended_at timestamptz,
  ended_by text,
  ended_reason text,
  check ((state = 'PENDING') = (ended_at is null)),
  check (state not in ('REFUSED', 'RETURNED') or length(btrim(coalesce(ended_reason, ''))) > 0),
  primary key (bureau_id, id),
  foreign key (bureau_id, unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, requester_person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, route_id, route_number) references approvals.route_version (bureau_id, route_id, number)
);
call kernel.protect('approvals.approval');
call kernel.guard('approvals.approval');
-- One matter is under way once.
create unique index one_open on approvals.approval (bureau_id, type, subject_id) where state in ('PENDING', 'RETURNED');
create index of_subject on approvals.approval (bureau_id, type, subject_id, started_at);
create index by_start on approvals.approval (bureau_id, started_at, id);
create index of_requester on approvals.approval (bureau_id, requester_person_id, started_at);
create index by_end on approvals.approval (bureau_id, ended_at) where ended_at is not null;

create table approvals.approval_step (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  approval_id uuid not null,
  round integer not null check (round > 0),
  position integer not null check (position between 1 and 20),
  route_step_id uuid not null,
  state text not null check (state in ('WAITING', 'OPEN', 'PASSED', 'REFUSED', 'RETURNED', 'EMPTIED')),
  opened_at timestamptz,
  -- how many were asked when it opened, and how many of them must say yes
  asked integer check (asked > 0),
  needed integer check (needed between 1 and asked),
  due_at timestamptz,
  remind_at timestamptz,
  reminded_at timestamptz,
  escalated_at timestamptz,
  escalated_because text check (escalated_because in ('OVERDUE', 'NOBODY', 'LEFT')),
  check ((escalated_at is null) = (escalated_because is null)),
  ended_at timestamptz,
  check (state not in ('OPEN', 'PASSED', 'REFUSED', 'RETURNED') or
    (opened_at is not null and needed is not null and due_at is not null and remind_at is not null)),
  check ((state in ('WAITING', 'OPEN')) = (ended_at is null)),
  primary key (bureau_id, id),
  unique (bureau_id, approval_id, round, position),
  foreign key (bureau_id, approval_id) references approvals.approval (bureau_id, id),
  foreign key (bureau_id, route_step_id) references approvals.route_step (bureau_id, id)
);
call kernel.protect('approvals.approval_step');
call kernel.guard('approvals.approval_step');
create unique index one_open_step on approvals.approval_step (bureau_id, approval_id) where state = 'OPEN';
-- What the clock looks at every minute, however long the history.
create index to_watch on approvals.approval_step (bureau_id, due_at) where state = 'OPEN';

-- Who is asked in a step, and what was answered by whom. Open while neither answered nor emptied.
create table approvals.seat (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  step_id uuid not null,
  person_id uuid,
  person_name text not null check (length(person_name) between 1 and 100),
  -- ASKED by the route; ESCALATED: called in, decides for the step
  kind text not null check (kind in ('ASKED', 'ESCALATED')),
  asked_at timestamptz not null default kernel.now(),
  answer text check (answer in ('APPROVE', 'REFUSE', 'RETURN')),
  answered_at timestamptz,
  -- who really did it: the person, or the substitute in the person's place
  answered_by_person_id uuid,
  answered_by_name text check (length(answered_by_name) between 1 and 100),
  in_place boolean not null default false,
  reason text check (length(reason) <= 1000),
  -- decided without it
  emptied_at timestamptz,
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (answered_by_name is null)),
  check (answer is not null or not in_place),
  check (answer is null or emptied_at is null),
  check (coalesce(answer, '') not in ('REFUSE', 'RETURN') or length(btrim(coalesce(reason, ''))) > 0),
  primary key (bureau_id, id),
  foreign key (bureau_id, step_id) references approvals.approval_step (bureau_id, id),
  foreign key (bureau_id, person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, answered_by_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('approvals.seat');
create unique index one_seat on approvals.seat (bureau_id, step_id, person_id);
create index seat_open on approvals.seat (bureau_id, person_id) where answer is null and emptied_at is null;
create index seat_answered on approvals.seat (bureau_id, answered_by_person_id, answered_at) where answer is not null;

-- An answer stands, whatever the code does: a later one neither overwrites it nor takes it back.
create function approvals.keep_answer() returns trigger language plpgsql as $$
begin
  if old.answer is not null and (new.answer, new.answered_at, new.reason, new.in_place, new.emptied_at)
      is distinct from (old.answer, old.answered_at, old.reason, old.in_place, old.emptied_at)
    or old.emptied_at is not null and (new.emptied_at, new.answer) is distinct from (old.emptied_at, old.answer) then
    raise exception 'seat % is settled', old.id using errcode = '23514', constraint = 'answer_stands';
  end if;
  return new;
end $$;
create trigger keep_answer before update on approvals.seat for each row execute function approvals.keep_answer();

-- Who answers for whom, from day to day, both inclusive.
create table approvals.substitute (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  from_person_id uuid not null,
  by_person_id uuid not null check (by_person_id <> from_person_id),
  from_day date not null,
  to_day date not null check (to_day >= from_day and to_day - from_day <= 366),
  -- empty: everything
  types text[] not null default '{}' check (array_position(types, null) is null),
  reason text not null check (length(btrim(reason)) between 1 and 200),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  ended_at timestamptz,
  ended_by text,
  primary key (bureau_id, id),
  foreign key (bureau_id, from_person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, by_person_id) references directory.person (bureau_id, id),
  constraint one_substitute_a_day exclude using gist
    (bureau_id with =, from_person_id with =, daterange(from_day, to_day, '[]') with &&) where (ended_at is null)
);
call kernel.protect('approvals.substitute');
create index substitute_by on approvals.substitute (bureau_id, by_person_id, to_day);

-- Who can answer at all: in post, with an account that is open and may do more than read.
create function approvals.able() returns table (person_id uuid, name text, unit_id uuid, roles text[])
  language sql stable as $$
  select p.id, p.name, p.unit_id, m.roles from directory.person p
  join kernel.member m on m.bureau_id = p.bureau_id and m.person_id = p.id
  where p.bureau_id = kernel.bureau() and m.disabled_at is null and m.roles <> '{auditor}'
    and (p.left_on is null or p.left_on > kernel.local_day(kernel.now()))
$$;

-- Whether a substitute of this person may answer a matter of this type today.
create function approvals.stands_in(substitute approvals.substitute, matter text) returns boolean
  language sql stable as $$
  select substitute.ended_at is null
    and kernel.local_day(kernel.now()) between substitute.from_day and substitute.to_day
    and (substitute.types = '{}' or matter = any(substitute.types))
$$;

-- The seats this person may answer now: the own ones and those of whom they stand for; never on the own request.
create function approvals.answerable(who uuid) returns table (seat_id uuid, step_id uuid, approval_id uuid,
    for_person_id uuid, for_name text)
  language sql stable as $$
  select s.id, t.id, a.id, s.person_id, s.person_name
  from approvals.seat s
  join approvals.approval_step t on t.bureau_id = s.bureau_id and t.id = s.step_id and t.state = 'OPEN'
  join approvals.approval a on a.bureau_id = t.bureau_id and a.id = t.approval_id
  where s.bureau_id = kernel.bureau() and s.answer is null and s.emptied_at is null
    and a.requester_person_id is distinct from who
    and s.person_id in (select who union all select u.from_person_id from approvals.substitute u
      where u.bureau_id = kernel.bureau() and u.by_person_id = who)
    and (s.person_id = who or exists (select from approvals.substitute u where u.bureau_id = s.bureau_id
      and u.by_person_id = who and u.from_person_id = s.person_id and approvals.stands_in(u, a.type)))
$$;

-- Looked at when the transaction commits: what is under way has exactly one open step with somebody to answer it, and
-- what has ended has nobody's queue filled any more.
create function approvals.check_whole() returns trigger language plpgsql as $$
declare
  a approvals.approval;
  seats integer;
  steps integer;
begin
  select x.* into a from approvals.approval x
  where x.bureau_id = new.bureau_id and x.id = case tg_table_name
    when 'approval' then new.id
    when 'approval_step' then (to_jsonb(new) ->> 'approval_id')::uuid
    else (select t.approval_id from approvals.approval_step t where t.bureau_id = new.bureau_id
      and t.id = (to_jsonb(new) ->> 'step_id')::uuid) end;
  select count(*) into steps from approvals.approval_step t
    where t.bureau_id = a.bureau_id and t.approval_id = a.id and t.state in ('OPEN', 'WAITING') and (t.state = 'OPEN' or a.state <> 'PENDING');
  select count(*) into seats from approvals.seat s join approvals.approval_step t on t.bureau_id = s.bureau_id
    and t.id = s.step_id where t.bureau_id = a.bureau_id and t.approval_id = a.id and s.answer is null and s.emptied_at is null;
  if (a.state = 'PENDING') <> (steps = 1) or (a.state = 'PENDING') <> (seats > 0) then
    raise exception 'approval % is % with % steps and % seats open', a.id, a.state, steps, seats
      using errcode = '23514', constraint = 'somebody_holds_it';
  end if;
  return null;
end $$;
create constraint trigger whole after insert or update on approvals.approval
  deferrable initially deferred for each row execute function approvals.check_whole();
create constraint trigger whole after insert or update on approvals.approval_step
  deferrable initially deferred for each row execute function approvals.check_whole();
create constraint trigger whole after insert or update on approvals.seat
  deferrable initially deferred for each row execute function approvals.check_whole();
