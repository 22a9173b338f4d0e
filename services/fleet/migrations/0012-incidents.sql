-- 事故和违章, with the driver the trip of that moment names.
create table fleet.accident (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  vehicle_id uuid not null,
  driver_id uuid,
  trip_id uuid,
  -- TRIP: the trip covering the moment names the driver
  found_by text not null check (found_by in ('TRIP', 'HAND', 'NONE')),
  check ((found_by = 'NONE') = (driver_id is null)),
  at timestamptz not null,
  place text not null check (length(place) between 1 and 200),
  what text not null check (length(what) between 1 and 1000),
  injured integer not null default 0 check (injured between 0 and 1000),
  dead integer not null default 0 check (dead between 0 and 1000),
  blame text not null default 'OPEN' check (blame in ('OPEN', 'NONE', 'PART', 'FULL')),
  damage_fen bigint not null default 0 check (damage_fen >= 0),
  insured_fen bigint not null default 0 check (insured_fen >= 0),
  file_id uuid,
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text check (length(void_reason) between 1 and 500),
  check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null)),
  primary key (bureau_id, id),
  foreign key (bureau_id, vehicle_id) references fleet.vehicle (bureau_id, id),
  foreign key (bureau_id, driver_id) references fleet.driver (bureau_id, id),
  foreign key (bureau_id, trip_id) references fleet.trip (bureau_id, id)
);
call kernel.protect('fleet.accident');
create index accident_by_time on fleet.accident (bureau_id, at, id);
create index accident_of_vehicle on fleet.accident (bureau_id, vehicle_id, at);
create index accident_of_driver on fleet.accident (bureau_id, driver_id, at);

create table fleet.violation (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  vehicle_id uuid not null,
  driver_id uuid,
  trip_id uuid,
  found_by text not null check (found_by in ('TRIP', 'HAND', 'NONE')),
  check ((found_by = 'NONE') = (driver_id is null)),
  -- of the police's notice; the same one is never taken twice
  notice_no text not null check (length(notice_no) between 1 and 40),
  at timestamptz not null,
  place text not null check (length(place) between 1 and 200),
  what text not null check (length(what) between 1 and 500),
  fine_fen bigint not null default 0 check (fine_fen >= 0),
  points integer not null default 0 check (points between 0 and 12),
  settled_on date,
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text check (length(void_reason) between 1 and 500),
  check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null)),
  primary key (bureau_id, id),
  foreign key (bureau_id, vehicle_id) references fleet.vehicle (bureau_id, id),
  foreign key (bureau_id, driver_id) references fleet.driver (bureau_id, id),
  foreign key (bureau_id, trip_id) references fleet.trip (bureau_id, id)
);
call kernel.protect('fleet.violation');
create index violation_by_time on fleet.violation (bureau_id, at, id);
create index violation_of_vehicle on fleet.violation (bureau_id, vehicle_id, at);
create index violation_of_driver on fleet.violation (bureau_id, driver_id, at);
create unique index notice_once on fleet.violation (bureau_id, notice_no) where voided_at is null;
