-- 车载终端: which terminal is in which vehicle (JT/T 808 knows the terminal by its phone number).
create table fleet.terminal (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  number text not null check (number ~ '^[0-9]{6,20}$'),
  vehicle_id uuid not null,
  fitted_at timestamptz not null default kernel.now(),
  fitted_by text not null,
  removed_at timestamptz,
  removed_by text,
  check ((removed_at is null) = (removed_by is null)),
  primary key (bureau_id, id),
  foreign key (bureau_id, vehicle_id) references fleet.vehicle (bureau_id, id)
);
call kernel.protect('fleet.terminal');
create unique index terminal_in_one_vehicle on fleet.terminal (bureau_id, number) where removed_at is null;
create index terminal_of_vehicle on fleet.terminal (bureau_id, vehicle_id);

-- Where a vehicle was while on a trip of ours, and only then; it goes with its retention class.
create table fleet.track_point (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  trip_id uuid not null,
  -- of the device; a point that comes twice is there once
  at timestamptz not null,
  lat numeric(9, 6) not null check (lat between -90 and 90),
  lon numeric(9, 6) not null check (lon between -180 and 180),
  -- as given; nothing is converted
  datum text not null check (datum in ('WGS-84', 'GCJ-02')),
  speed_kmh numeric(5, 1) check (speed_kmh between 0 and 400),
  received_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, trip_id, at),
  foreign key (bureau_id, trip_id) references fleet.trip (bureau_id, id)
);
call kernel.protect('fleet.track_point');
create index point_by_time on fleet.track_point (bureau_id, at);
