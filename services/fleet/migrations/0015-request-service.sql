-- What a request can become instead of a trip of its own, and how its requester found it.

-- Shuttle lines (通勤班车), kept by the dispatcher until the shuttle service keeps its own.
create table fleet.shuttle_line (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  name text not null check (length(name) between 1 and 100),
  -- [{name, minutes}] in order; minutes after leaving the first
  stops jsonb not null check (jsonb_typeof(stops) = 'array' and jsonb_array_length(stops) between 2 and 40),
  -- 1 Monday … 7 Sunday; lines of working days rest on holidays and run on make-up days
  weekdays smallint[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ '{1,2,3,4,5,6,7}'),
  -- minutes of the day at which it leaves its first stop
  departures smallint[] not null check (cardinality(departures) between 1 and 60 and 0 <= all (departures) and 1440 > all (departures)),
  seats integer not null check (seats between 1 and 100),
  note text not null default '' check (length(note) <= 500),
  closed_at timestamptz,
  changed_at timestamptz not null default kernel.now(),
  changed_by text not null,
  primary key (bureau_id, id)
);
call kernel.protect('fleet.shuttle_line');
create unique index shuttle_line_name on fleet.shuttle_line (bureau_id, name) where closed_at is null;

alter table fleet.request
  -- the upper amount of a taxi ride, both ways together
  add column taxi_cap_fen bigint check (taxi_cap_fen between 1 and 1000000),
  add column shuttle_line_id uuid,
  add column shuttle_leaves_at timestamptz,
  -- 先派后批: an emergency is dispatched at once and approved afterwards, until `approve_by`
  add column after_approval text check (after_approval in ('PENDING', 'APPROVED', 'REFUSED', 'RETURNED')),
  add column approve_by timestamptz,
  add check ((after_approval is null) = (approve_by is null)),
  add check (after_approval is null or emergency),
  add check (taxi_cap_fen is null or diverted_to = 'TAXI'),
  add check (shuttle_line_id is null or diverted_to = 'SHUTTLE'),
  add foreign key (bureau_id, shuttle_line_id) references fleet.shuttle_line (bureau_id, id);
create index request_after_approval on fleet.request (bureau_id, approve_by) where after_approval in ('PENDING', 'RETURNED');

-- How the passenger found the trip, once.
create table fleet.rating (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  request_id uuid not null,
  overall smallint not null check (overall between 1 and 5),
  punctuality smallint check (punctuality between 1 and 5),
  driving smallint check (driving between 1 and 5),
  vehicle smallint check (vehicle between 1 and 5),
  manners smallint check (manners between 1 and 5),
  comment text not null default '' check (length(comment) <= 2000),
  at timestamptz not null,
  by_person_id uuid,
  by_name text not null,
  primary key (bureau_id, id),
  -- one a request
  unique (bureau_id, request_id),
  foreign key (bureau_id, request_id) references fleet.request (bureau_id, id),
  foreign key (bureau_id, by_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('fleet.rating');
create index rating_by_time on fleet.rating (bureau_id, at);

-- 催办, with whom it lay at that moment.
create table fleet.request_reminder (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  request_id uuid not null,
  at timestamptz not null,
  state text not null,
  by_person_id uuid,
  by_name text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, request_id) references fleet.request (bureau_id, id)
);
call kernel.protect('fleet.request_reminder');
create index reminder_of_request on fleet.request_reminder (bureau_id, request_id, at);

-- A wish to ride along with another request (拼车); the dispatcher decides.
create table fleet.pool_wish (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  request_id uuid not null,
  with_request_id uuid not null check (with_request_id <> request_id),
  at timestamptz not null,
  by_name text not null,
  answer text check (answer in ('AGREED', 'DECLINED', 'WITHDRAWN')),
  answered_at timestamptz,
  answered_by text,
  reason text check (length(reason) between 1 and 500),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check (answer <> 'DECLINED' or reason is not null),
  primary key (bureau_id, id),
  foreign key (bureau_id, request_id) references fleet.request (bureau_id, id),
  foreign key (bureau_id, with_request_id) references fleet.request (bureau_id, id)
);
call kernel.protect('fleet.pool_wish');
create unique index one_open_wish on fleet.pool_wish (bureau_id, request_id) where answer is null;
create index wish_with on fleet.pool_wish (bureau_id, with_request_id);
