-- The vehicle book and the drivers' book (车辆、驾驶员). What is booked is the resource under the same id: a vehicle and its
-- driver are held by the bookings engine, so that neither is ever in two places.

create schema fleet;
grant usage on schema fleet to houqin_app;

create table fleet.vehicle (
  bureau_id uuid not null references kernel.bureau (id),
  -- of its `bookings.resource` (kind VEHICLE)
  id uuid not null,
  plate text not null check (plate ~ '^[\u4e00-\u9fa5][A-Z][A-Z0-9]{5,6}$'),
  class text not null check (class in ('CONFIDENTIAL_COMM', 'EMERGENCY_SUPPORT', 'LAW_ENFORCEMENT', 'SPECIAL_TECHNICAL',
    'OTHER_PROVISIONED')),
  body text not null check (body in ('CAR', 'OTHER_SMALL', 'MEDIUM_BUS', 'LARGE_BUS', 'TRUCK')),
  model text not null default '' check (length(model) <= 100),
  -- bought under the exception for special cases, with its higher caps
  special boolean not null default false,
  energy text not null check (energy in ('PETROL', 'DIESEL', 'HYBRID', 'PLUG_IN', 'ELECTRIC', 'GAS')),
  displacement_ml integer check (displacement_ml between 1 and 20000),
  check (energy <> 'ELECTRIC' or displacement_ml is null),
  price_fen bigint not null check (price_fen >= 0),
  purchased_on date not null,
  -- with the driver's
  seats integer not null check (seats between 1 and 60),
  vin text check (vin ~ '^[A-HJ-NPR-Z0-9]{17}$'),
  emission_class text not null default '' check (length(emission_class) <= 40),
  yellow_label boolean not null default false,
  -- 保障中心、应急保障中心
  pool text not null default 'CENTRE' check (pool in ('CENTRE', 'EMERGENCY')),
  -- where it has to stand when nobody uses it (定点停放)
  home_site_id uuid,
  state text not null check (state in ('IN_USE', 'OUT_OF_USE', 'RETIRED')),
  out_of_use_reason text check (length(out_of_use_reason) between 1 and 500),
  check ((state = 'OUT_OF_USE') = (out_of_use_reason is not null)),
  retired_on date,
  retired_reason text check (length(retired_reason) between 1 and 500),
  check ((state = 'RETIRED') = (retired_on is not null) and (retired_on is null) = (retired_reason is null)),
  check (retired_on >= purchased_on),
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, plate),
  foreign key (bureau_id, id) references bookings.resource (bureau_id, id),
  foreign key (bureau_id, home_site_id) references directory.site (bureau_id, id)
);
call kernel.protect('fleet.vehicle');
call kernel.guard('fleet.vehicle');

create table fleet.driver (
  bureau_id uuid not null references kernel.bureau (id),
  -- of its `bookings.resource` (kind DRIVER)
  id uuid not null,
  staff_no text not null check (length(staff_no) between 1 and 40),
  name text not null check (length(name) between 1 and 100),
  -- of whoever signs in to drive; null: on paper only
  person_id uuid,
  phone text not null default '' check (length(phone) <= 40),
  licence_class text not null check (licence_class in ('A1', 'A2', 'A3', 'B1', 'B2', 'C1', 'C2')),
  licence_until date not null,
  pool text not null default 'CENTRE' check (pool in ('CENTRE', 'EMERGENCY')),
  state text not null check (state in ('ACTIVE', 'LEFT')),
  left_on date,
  check ((state = 'LEFT') = (left_on is not null)),
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, staff_no),
  foreign key (bureau_id, id) references bookings.resource (bureau_id, id),
  foreign key (bureau_id, person_id) references directory.person (bureau_id, id)
);
call kernel.protect('fleet.driver');
call kernel.guard('fleet.driver');
create unique index driver_of_person on fleet.driver (bureau_id, person_id) where person_id is not null and state = 'ACTIVE';

-- The odometer ledger (里程台账): append-only, and it only rises. A reading that comes late finds its place by its date; a
-- wrong one is voided with a reason, never changed.
create table fleet.odometer_reading (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  vehicle_id uuid not null,
  at timestamptz not null,
  km integer not null check (km between 0 and 3000000),
  source text not null check (source in ('REGISTERED', 'TRIP_OUT', 'TRIP_IN', 'MAINTENANCE', 'FUEL', 'INSPECTION', 'BY_HAND')),
  trip_id uuid,
  driver_id uuid,
  photo_id uuid,
  note text not null default '' check (length(note) <= 500),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text check (length(void_reason) between 1 and 500),
  check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null)),
  primary key (bureau_id, id),
  foreign key (bureau_id, vehicle_id) references fleet.vehicle (bureau_id, id),
  foreign key (bureau_id, driver_id) references fleet.driver (bureau_id, id)
);
call kernel.protect('fleet.odometer_reading');
create index reading_by_time on fleet.odometer_reading (bureau_id, vehicle_id, at, km) where voided_at is null;

-- One after the other for each vehicle, so that two phones cannot both be right. HQ-codes are answered by the application.
create function fleet.only_rises() returns trigger language plpgsql as $$
declare
  before integer;
  after integer;
begin
  if new.voided_at is not null then return new; end if;
  perform 1 from fleet.vehicle where bureau_id = new.bureau_id and id = new.vehicle_id for update;
  select max(km) into before from fleet.odometer_reading
    where bureau_id = new.bureau_id and vehicle_id = new.vehicle_id and voided_at is null and id <> new.id and at <= new.at;
  select min(km) into after from fleet.odometer_reading
    where bureau_id = new.bureau_id and vehicle_id = new.vehicle_id and voided_at is null and id <> new.id and at > new.at;
  if new.km < before or new.km > after then
    raise exception 'odometer % not between % and %', new.km, before, after using errcode = '23514', constraint = 'only_rises';
  end if;
  return new;
end $$;
create trigger only_rises before insert on fleet.odometer_reading for each row execute function fleet.only_rises();

create function fleet.reading_stays() returns trigger language plpgsql as $$
begin
  if old.voided_at is not null or (new.at, new.km, new.vehicle_id, new.source) is distinct from (old.at, old.km, old.vehicle_id, old.source) then
    raise exception 'a reading is voided, never changed' using errcode = '23514', constraint = 'reading_stays';
  end if;
  return new;
end $$;
create trigger reading_stays before update on fleet.odometer_reading for each row execute function fleet.reading_stays();
