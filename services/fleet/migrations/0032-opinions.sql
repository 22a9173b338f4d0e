-- 意见: what riders say of official vehicles and of their reform, answered by a promised day.
create table fleet.opinion (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  number text not null,
  kind text not null check (kind in ('OPINION', 'PROPOSAL', 'PRAISE')),
  topic text not null check (topic in ('VEHICLE', 'DRIVER', 'DISPATCH', 'SHUTTLE', 'REFORM', 'OTHER')),
  words text not null check (length(words) between 1 and 2000 and words ~ '\S'),
  anonymous boolean not null default false,
  -- who gets the answer; nobody is shown it where anonymous
  person_id uuid,
  by_name text check (length(by_name) between 1 and 100),
  unit_id uuid,
  -- the ride it is about
  request_id uuid,
  said_at timestamptz not null default kernel.now(),
  answer_by timestamptz not null,
  state text not null check (state in ('OPEN', 'ANSWERED', 'ADOPTED', 'WITHDRAWN')),
  answered_at timestamptz,
  answer text check (length(answer) between 1 and 2000 and answer ~ '\S'),
  answered_by text,
  adopted_at timestamptz,
  -- what is different since
  changed text check (length(changed) between 1 and 2000 and changed ~ '\S'),
  adopted_by text,
  -- the change to a standard that came of it
  proposal_id uuid,
  withdrawn_at timestamptz,
  primary key (bureau_id, id),
  unique (bureau_id, number),
  foreign key (bureau_id, person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, request_id) references fleet.request (bureau_id, id),
  foreign key (bureau_id, proposal_id) references standards.proposal (bureau_id, id),
  check (anonymous = (by_name is null)),
  -- unit and ride would give away who it was
  check (not anonymous or (unit_id is null and request_id is null)),
  check (answer_by > said_at),
  check ((state in ('ANSWERED', 'ADOPTED')) = (answered_at is not null)),
  check ((answered_at is null) = (answer is null) and (answered_at is null) = (answered_by is null)),
  check (answered_at >= said_at),
  check ((state = 'ADOPTED') = (adopted_at is not null)),
  check ((adopted_at is null) = (changed is null) and (adopted_at is null) = (adopted_by is null)),
  check (adopted_at >= answered_at),
  check (proposal_id is null or state = 'ADOPTED'),
  check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
);
call kernel.protect('fleet.opinion');
call kernel.guard('fleet.opinion');
create index opinion_by_time on fleet.opinion (bureau_id, said_at, id);
create index opinion_by_day on fleet.opinion (bureau_id, answer_by, id);
create index opinion_adopted on fleet.opinion (bureau_id, adopted_at) where adopted_at is not null;
create index opinion_of_person on fleet.opinion (bureau_id, person_id) where person_id is not null;
create index opinion_of_request on fleet.opinion (bureau_id, request_id) where request_id is not null;

-- An accident's blame is often settled weeks later: by whom, when and on what ground.
alter table fleet.accident add column blame_at timestamptz;
alter table fleet.accident add column blame_by text;
alter table fleet.accident add column blame_ground text check (length(blame_ground) between 1 and 500);
alter table fleet.accident add constraint blame_settled_whole
  check ((blame_at is null) = (blame_by is null) and (blame_at is null) = (blame_ground is null));
alter table fleet.accident add constraint blame_settled check (blame_at is null or blame <> 'OPEN');
