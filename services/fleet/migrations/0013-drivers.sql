-- 请假: asked by the driver, decided by the dispatcher; granted leave closes the driver's resource for that time.
create table fleet.driver_absence (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  driver_id uuid not null,
  kind text not null check (kind in ('ANNUAL', 'SICK', 'PERSONAL', 'TRAINING', 'OTHER')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  check (starts_at < ends_at),
  reason text not null default '' check (length(reason) <= 500),
  state text not null check (state in ('ASKED', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
  decided_at timestamptz,
  decided_by text,
  decision_reason text check (length(decision_reason) between 1 and 500),
  check (state <> 'REFUSED' or decision_reason is not null),
  blackout_id uuid,
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, driver_id) references fleet.driver (bureau_id, id),
  foreign key (bureau_id, blackout_id) references bookings.blackout (bureau_id, id),
  -- nobody is away twice at once
  constraint absent_once exclude using gist (bureau_id with =, driver_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('ASKED', 'GRANTED'))
);
call kernel.protect('fleet.driver_absence');
call kernel.guard('fleet.driver_absence');
create index absence_by_time on fleet.driver_absence (bureau_id, starts_at, id);
create index absence_of_driver on fleet.driver_absence (bureau_id, driver_id, starts_at);

-- 排班: who is on duty by day and by night.
create table fleet.duty (
  bureau_id uuid not null references kernel.bureau (id),
  driver_id uuid not null,
  day date not null,
  shift text not null check (shift in ('DAY', 'NIGHT', 'HOLIDAY', 'OFF')),
  changed_at timestamptz not null default kernel.now(),
  changed_by text not null,
  primary key (bureau_id, driver_id, day),
  foreign key (bureau_id, driver_id) references fleet.driver (bureau_id, id)
);
call kernel.protect('fleet.duty');
create index duty_by_day on fleet.duty (bureau_id, day);

-- 考核: a driver's month as the facts were when it was settled; a later correction of a fact shows as a difference.
create table fleet.driver_assessment (
  bureau_id uuid not null references kernel.bureau (id),
  driver_id uuid not null,
  -- the first day
  month date not null check (extract(day from month) = 1),
  facts jsonb not null,
  score numeric(5, 1) check (score between 0 and 100),
  note text not null default '' check (length(note) <= 1000),
  settled_at timestamptz not null default kernel.now(),
  settled_by text not null,
  primary key (bureau_id, driver_id, month),
  foreign key (bureau_id, driver_id) references fleet.driver (bureau_id, id)
);
call kernel.protect('fleet.driver_assessment', append_only => true);
