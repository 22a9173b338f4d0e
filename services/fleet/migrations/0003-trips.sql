-- 派车单: one vehicle and one driver for one or more requests. A trip is a booking of the line `fleet` under the booking's id,
-- which holds the vehicle and the driver together, or neither.
create table fleet.trip (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null,
  number text not null check (length(number) between 1 and 60),
  vehicle_id uuid not null,
  driver_id uuid not null,
  state text not null check (state in ('ASSIGNED', 'UNDER_WAY', 'WAITING', 'COMPLETED', 'CANCELLED')),
  -- as planned; the booking's own while it is not over
  starts_at timestamptz not null,
  ends_at timestamptz not null check (starts_at < ends_at),
  left_at timestamptz,
  returned_at timestamptz check (returned_at >= left_at),
  odometer_out_km integer check (odometer_out_km >= 0),
  odometer_in_km integer check (odometer_in_km >= odometer_out_km),
  distance_km integer generated always as (odometer_in_km - odometer_out_km) stored,
  constraint under_way_has_left check (state not in ('UNDER_WAY', 'WAITING', 'COMPLETED') or (left_at is not null and odometer_out_km is not null)),
  constraint completed_has_returned check ((state = 'COMPLETED') = (returned_at is not null) and (state = 'COMPLETED') = (odometer_in_km is not null)),
  cancel_reason text check (length(cancel_reason) between 1 and 500),
  check (state <> 'CANCELLED' or cancel_reason is not null),
  -- what the request, the approval, the trip and the odometer say of each other
  light text check (light in ('GREEN', 'YELLOW', 'RED')),
  -- [{code, params}], the words are the web's
  light_reasons jsonb not null default '[]',
  -- the dispatcher's own words where the law of the day needed a decision
  note text not null default '' check (length(note) <= 1000),
  imported boolean not null default false,
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  primary key (bureau_id, id),
  unique (bureau_id, number),
  foreign key (bureau_id, id) references bookings.booking (bureau_id, id),
  foreign key (bureau_id, vehicle_id) references fleet.vehicle (bureau_id, id),
  foreign key (bureau_id, driver_id) references fleet.driver (bureau_id, id)
);
call kernel.protect('fleet.trip');
call kernel.guard('fleet.trip');
create index trip_by_start on fleet.trip (bureau_id, starts_at, id);
create index trip_of_vehicle on fleet.trip (bureau_id, vehicle_id, starts_at);
create index trip_of_driver on fleet.trip (bureau_id, driver_id, starts_at);
create index trip_red on fleet.trip (bureau_id, starts_at) where light = 'RED';

-- Whom a trip takes: a request is in one living trip at most.
create table fleet.trip_request (
  bureau_id uuid not null references kernel.bureau (id),
  trip_id uuid not null,
  request_id uuid not null,
  -- taken out again (another trip, cancelled); kept for the story
  removed_at timestamptz,
  primary key (bureau_id, trip_id, request_id),
  foreign key (bureau_id, trip_id) references fleet.trip (bureau_id, id),
  foreign key (bureau_id, request_id) references fleet.request (bureau_id, id)
);
call kernel.protect('fleet.trip_request');
create unique index one_trip_a_request on fleet.trip_request (bureau_id, request_id) where removed_at is null;

alter table fleet.odometer_reading add foreign key (bureau_id, trip_id) references fleet.trip (bureau_id, id);

-- What a trip cost, append-only: a correction is an entry of its own, below zero where something was too much.
create table fleet.trip_cost (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  trip_id uuid not null,
  kind text not null check (kind in ('FUEL', 'CHARGING', 'TOLL', 'PARKING', 'WASH', 'OTHER')),
  amount_fen bigint not null check (amount_fen <> 0),
  litres numeric(8, 2) check (litres > 0),
  energy_kwh numeric(8, 2) check (energy_kwh > 0),
  receipt_id uuid,
  note text not null default '' check (length(note) <= 500),
  -- what it corrects
  corrects_id uuid,
  at timestamptz not null default kernel.now(),
  by_name text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, trip_id) references fleet.trip (bureau_id, id),
  foreign key (bureau_id, corrects_id) references fleet.trip_cost (bureau_id, id),
  check (amount_fen > 0 or corrects_id is not null)
);
call kernel.protect('fleet.trip_cost', append_only => true);
create index cost_of_trip on fleet.trip_cost (bureau_id, trip_id, at);
