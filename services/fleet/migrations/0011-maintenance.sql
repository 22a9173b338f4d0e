-- 保养计划: due by days, kilometres or hours on the road, whichever comes first.
create table fleet.maintenance_plan (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  vehicle_id uuid not null,
  title text not null check (length(title) between 1 and 100),
  every_days integer check (every_days between 1 and 3660),
  every_km integer check (every_km between 100 and 500000),
  -- between leaving and coming back, of the vehicle's trips
  every_hours integer check (every_hours between 1 and 50000),
  check (coalesce(every_days, every_km, every_hours) is not null),
  -- so long before it is due it stands among what is due soon
  ahead_days integer not null default 15 check (ahead_days between 0 and 365),
  ahead_km integer not null default 500 check (ahead_km between 0 and 20000),
  -- counted from here until it was done once
  from_day date not null,
  from_km integer not null check (from_km >= 0),
  ended_at timestamptz,
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, vehicle_id) references fleet.vehicle (bureau_id, id)
);
call kernel.protect('fleet.maintenance_plan');
create index plan_of_vehicle on fleet.maintenance_plan (bureau_id, vehicle_id) where ended_at is null;

-- What was done to a vehicle: upkeep, repair, inspection. 不合格 is followed by a repair, and that by a retest.
create table fleet.maintenance_record (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  vehicle_id uuid not null,
  kind text not null check (kind in ('UPKEEP', 'REPAIR', 'INSPECTION', 'RETEST')),
  plan_id uuid,
  follows_id uuid,
  check (kind not in ('RETEST') or follows_id is not null),
  on_day date not null,
  km integer check (km between 0 and 3000000),
  reading_id uuid,
  shop text not null default '' check (length(shop) <= 100),
  what text not null check (length(what) between 1 and 1000),
  cost_fen bigint not null default 0 check (cost_fen >= 0),
  passed boolean,
  check ((kind in ('INSPECTION', 'RETEST')) = (passed is not null)),
  file_id uuid,
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text check (length(void_reason) between 1 and 500),
  check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null)),
  primary key (bureau_id, id),
  foreign key (bureau_id, vehicle_id) references fleet.vehicle (bureau_id, id),
  foreign key (bureau_id, plan_id) references fleet.maintenance_plan (bureau_id, id),
  foreign key (bureau_id, follows_id) references fleet.maintenance_record (bureau_id, id),
  foreign key (bureau_id, reading_id) references fleet.odometer_reading (bureau_id, id)
);
call kernel.protect('fleet.maintenance_record');
create index record_of_vehicle on fleet.maintenance_record (bureau_id, vehicle_id, on_day);
create index record_of_plan on fleet.maintenance_record (bureau_id, plan_id, on_day) where voided_at is null;
create unique index followed_once on fleet.maintenance_record (bureau_id, follows_id) where voided_at is null;
