-- 单车核算: a month that was closed stays as it was; what is corrected later shows as a difference beside it.
create table fleet.account_month (
  bureau_id uuid not null references kernel.bureau (id),
  -- its first day
  month date not null check (extract(day from month) = 1),
  closed_at timestamptz not null default kernel.now(),
  closed_by text not null,
  primary key (bureau_id, month)
);
call kernel.protect('fleet.account_month', append_only => true);

create table fleet.account_line (
  bureau_id uuid not null references kernel.bureau (id),
  month date not null,
  vehicle_id uuid not null,
  trips integer not null check (trips >= 0),
  distance_km integer not null check (distance_km >= 0),
  minutes integer not null check (minutes >= 0),
  litres numeric(12, 2) not null,
  energy_kwh numeric(12, 2) not null,
  -- below zero where a correction took back more than the month spent
  fuel_fen bigint not null,
  charging_fen bigint not null,
  toll_fen bigint not null,
  parking_fen bigint not null,
  other_fen bigint not null,
  upkeep_fen bigint not null,
  insurance_fen bigint not null,
  primary key (bureau_id, month, vehicle_id),
  foreign key (bureau_id, month) references fleet.account_month (bureau_id, month),
  foreign key (bureau_id, vehicle_id) references fleet.vehicle (bureau_id, id)
);
call kernel.protect('fleet.account_line', append_only => true);
create index account_of_vehicle on fleet.account_line (bureau_id, vehicle_id, month);

-- 公示: what was published, as it was; never changed, taken down with a reason.
create table fleet.publication (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  title text not null check (length(title) between 1 and 200),
  from_day date not null,
  to_day date not null check (to_day >= from_day and to_day - from_day <= 366),
  -- [{tripId, at, reason, place, km, litres, fuelFen, costFen, class, masked}], without anybody's name
  rows jsonb not null check (jsonb_typeof(rows) = 'array'),
  rows_hash text not null,
  published_at timestamptz not null default kernel.now(),
  published_by text not null,
  taken_down_at timestamptz,
  taken_down_by text,
  taken_down_reason text check (length(taken_down_reason) between 1 and 500),
  check ((taken_down_at is null) = (taken_down_by is null) and (taken_down_at is null) = (taken_down_reason is null)),
  primary key (bureau_id, id)
);
call kernel.protect('fleet.publication');
create index publication_by_time on fleet.publication (bureau_id, published_at, id);

create function fleet.publication_stays() returns trigger language plpgsql as $$
begin
  if old.taken_down_at is not null or (new.title, new.from_day, new.to_day, new.rows, new.published_at, new.published_by)
    is distinct from (old.title, old.from_day, old.to_day, old.rows, old.published_at, old.published_by) then
    raise exception 'what was published stays' using errcode = '23514', constraint = 'publication_stays';
  end if;
  return new;
end $$;
create trigger publication_stays before update on fleet.publication
  for each row execute function fleet.publication_stays();

-- 车辆安全学习会议, and who was there.
create table fleet.safety_meeting (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  held_on date not null,
  topic text not null check (length(topic) between 1 and 200),
  place text not null default '' check (length(place) <= 200),
  note text not null default '' check (length(note) <= 4000),
  -- 会议纪要
  minutes_file_id uuid,
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text check (length(void_reason) between 1 and 500),
  check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null)),
  primary key (bureau_id, id)
);
call kernel.protect('fleet.safety_meeting');
create index safety_meeting_by_day on fleet.safety_meeting (bureau_id, held_on, id);

create table fleet.safety_attendance (
  bureau_id uuid not null references kernel.bureau (id),
  meeting_id uuid not null,
  driver_id uuid not null,
  signed_at timestamptz not null,
  -- the driver himself, or whoever kept the list
  own boolean not null,
  signed_by text not null,
  primary key (bureau_id, meeting_id, driver_id),
  foreign key (bureau_id, meeting_id) references fleet.safety_meeting (bureau_id, id),
  foreign key (bureau_id, driver_id) references fleet.driver (bureau_id, id)
);
call kernel.protect('fleet.safety_attendance', append_only => true);
create index attendance_of_driver on fleet.safety_attendance (bureau_id, driver_id);
