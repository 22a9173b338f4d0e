-- A day reckoned by the solver beside what the dispatcher decided; kept as it was answered.
create table fleet.day_plan (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  day date not null,
  -- OPEN: what is assigned stays, the queue is planned; WHOLE: everything that has not left anew, to compare
  scope text not null check (scope in ('OPEN', 'WHOLE')),
  -- OPTIMAL: proven within the gap asked for; LIMIT: the best found in the time given; EMPTY: nothing to plan
  outcome text not null check (outcome in ('OPTIMAL', 'LIMIT', 'EMPTY')),
  asked_at timestamptz not null default kernel.now(),
  asked_by text not null,
  -- {requests, served, unserved, vehicles, km, emptyKm, hours}
  own jsonb not null,
  planned jsonb not null,
  -- [{key, vehicleId, driverId, from, to, requestIds, km, emptyKm}]
  rows jsonb not null default '[]',
  unserved jsonb not null default '[]',
  -- what the solver proved: no plan can be better than this
  bound double precision,
  objective double precision,
  -- percent between the two
  gap double precision check (gap >= 0),
  -- {requests, jobs, groups, arcs, rounds}
  size jsonb not null default '{}',
  seconds double precision not null check (seconds >= 0),
  primary key (bureau_id, id)
);
call kernel.protect('fleet.day_plan');
create index day_plan_of_day on fleet.day_plan (bureau_id, day, id);
