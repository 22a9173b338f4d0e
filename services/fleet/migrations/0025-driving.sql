-- What a driver does on a trip, one line a step: when it was done, who did it, and for whom where it was not the driver himself.
create table fleet.trip_step (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  trip_id uuid not null,
  kind text not null check (kind in ('CHECKED', 'LEFT', 'ARRIVED', 'WENT_ON', 'RETURNED')),
  at timestamptz not null,
  -- where the vehicle stood
  place text not null default '' check (length(place) <= 200),
  by_person_id uuid,
  by_name text not null check (length(by_name) between 1 and 100),
  -- the dispatcher for a driver without a phone
  for_driver boolean not null default false,
  -- when it reached the server, where that was later; and what the phone said, where it was not believed
  arrived_at timestamptz,
  said_at timestamptz,
  primary key (bureau_id, id),
  foreign key (bureau_id, trip_id) references fleet.trip (bureau_id, id),
  foreign key (bureau_id, by_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('fleet.trip_step');
create index step_of_trip on fleet.trip_step (bureau_id, trip_id, at, id);

alter table fleet.trip
  -- the dispatcher was told that it is late
  add column late_told_at timestamptz,
  -- somebody looked at the light and its reasons
  add column verified_at timestamptz,
  add column verified_by text,
  add column verified_note text not null default '' check (length(verified_note) <= 500),
  add constraint verified_by_somebody check ((verified_at is null) = (verified_by is null));
create index trip_to_reconcile on fleet.trip (bureau_id, returned_at) where state = 'COMPLETED' and not imported;

-- A driver is on one trip at a time.
create unique index one_trip_a_driver on fleet.trip (bureau_id, driver_id) where state in ('UNDER_WAY', 'WAITING');
