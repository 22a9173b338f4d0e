-- 节假日封存: from when to when which vehicles stand in; and 定点停放: where one was seen to stand.
create table fleet.sealing_period (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  title text not null check (length(title) between 1 and 60),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on and ends_on - starts_on <= 31),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  primary key (bureau_id, id),
  unique (bureau_id, starts_on)
);
call kernel.protect('fleet.sealing_period');

create table fleet.sealed_vehicle (
  bureau_id uuid not null references kernel.bureau (id),
  period_id uuid not null,
  vehicle_id uuid not null,
  -- on duty over the holiday: why, and who allowed it
  exempt_reason text check (length(exempt_reason) between 1 and 500),
  exempt_approved_by text check (length(exempt_approved_by) between 1 and 100),
  check ((exempt_reason is null) = (exempt_approved_by is null)),
  -- seen to stand in, with a photo
  sealed_at timestamptz,
  sealed_by text check (length(sealed_by) between 1 and 100),
  photo_id uuid,
  check ((sealed_at is null) = (sealed_by is null) and (sealed_at is null) = (photo_id is null)),
  primary key (bureau_id, period_id, vehicle_id),
  foreign key (bureau_id, period_id) references fleet.sealing_period (bureau_id, id),
  foreign key (bureau_id, vehicle_id) references fleet.vehicle (bureau_id, id)
);
call kernel.protect('fleet.sealed_vehicle');
create index seal_of_vehicle on fleet.sealed_vehicle (bureau_id, vehicle_id);

create table fleet.parking_check (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  vehicle_id uuid not null,
  at timestamptz not null,
  -- one of our places, or in words
  site_id uuid,
  place text not null check (length(place) between 1 and 200),
  -- not where it has to stand, as that was then
  elsewhere boolean not null,
  note text not null default '' check (length(note) <= 500),
  photo_id uuid,
  by_person_id uuid,
  by_name text not null check (length(by_name) between 1 and 100),
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  foreign key (bureau_id, vehicle_id) references fleet.vehicle (bureau_id, id),
  foreign key (bureau_id, site_id) references directory.site (bureau_id, id),
  foreign key (bureau_id, by_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('fleet.parking_check');
create index check_by_time on fleet.parking_check (bureau_id, at, id);
create index check_of_vehicle on fleet.parking_check (bureau_id, vehicle_id, at);
