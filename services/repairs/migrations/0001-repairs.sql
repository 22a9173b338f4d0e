-- Property repairs (物业维修): what a service order of the line `repairs` has beside the order itself.
create schema repairs;
grant usage on schema repairs to houqin_app;

-- A printed code at a site or room; its signature is computed, so nothing secret lies here.
create table repairs.place_code (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  site_id uuid not null,
  room_id uuid,
  place_text text not null default '' check (length(place_text) <= 200),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text check (length(revoked_reason) between 1 and 200),
  check ((revoked_at is null) = (revoked_reason is null)),
  check ((revoked_at is null) = (revoked_by is null)),
  primary key (bureau_id, id),
  foreign key (bureau_id, site_id) references directory.site (bureau_id, id),
  foreign key (bureau_id, room_id, site_id) references directory.room (bureau_id, id, site_id)
);
call kernel.protect('repairs.place_code');
-- One code in force per place: an old print is revoked when a new one is made.
create unique index one_code_in_force on repairs.place_code (bureau_id, site_id, room_id, place_text)
  nulls not distinct where revoked_at is null;
create index place_code_by_time on repairs.place_code (bureau_id, created_at, id);

create table repairs.repair (
  bureau_id uuid not null references kernel.bureau (id),
  order_id uuid not null,
  fault_kind text not null check (fault_kind in ('PLUMBING_ELECTRIC', 'AIR_CONDITIONING', 'ELEVATOR', 'DOORS_WINDOWS',
    'NETWORK', 'ROOF_WALLS', 'GREENING', 'OTHER')),
  grade text not null check (grade in ('MINOR_REPAIR', 'URGENT_REPAIR', 'MAJOR_REPAIR')),
  cause text not null default '' check (length(cause) <= 2000),
  -- the same kind of fault at the same place within 30 days before, found when it was reported
  repeat_of_id uuid check (repeat_of_id <> order_id),
  place_code_id uuid,
  primary key (bureau_id, order_id),
  foreign key (bureau_id, order_id) references orders.service_order (bureau_id, id),
  foreign key (bureau_id, repeat_of_id) references repairs.repair (bureau_id, order_id),
  foreign key (bureau_id, place_code_id) references repairs.place_code (bureau_id, id)
);
call kernel.protect('repairs.repair');
create index repair_by_grade on repairs.repair (bureau_id, grade, order_id);
create index repair_by_kind on repairs.repair (bureau_id, fault_kind, order_id);
create index repair_repeats on repairs.repair (bureau_id, repeat_of_id) where repeat_of_id is not null;
create index repair_by_code on repairs.repair (bureau_id, place_code_id) where place_code_id is not null;

-- 上门服务: who came when, met whom, found and did what.
create table repairs.visit (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  by_person_id uuid,
  by_name text not null,
  arrived_at timestamptz not null,
  left_at timestamptz check (left_at >= arrived_at),
  met_name text not null default '' check (length(met_name) <= 50),
  found text not null check (length(found) between 1 and 2000),
  done text not null default '' check (length(done) <= 2000),
  primary key (bureau_id, id),
  foreign key (bureau_id, order_id) references repairs.repair (bureau_id, order_id),
  foreign key (bureau_id, by_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('repairs.visit', append_only => true);
create index visit_of_order on repairs.visit (bureau_id, order_id, arrived_at);

-- Time spent; what it costs, if anything, is an entry of orders.cost. Parts are such entries too.
create table repairs.labour (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  at timestamptz not null default kernel.now(),
  people integer not null check (people between 1 and 50),
  minutes integer not null check (minutes between 1 and 100000),
  note text not null default '' check (length(note) <= 200),
  by_person_id uuid,
  by_name text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, order_id) references repairs.repair (bureau_id, order_id),
  foreign key (bureau_id, by_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('repairs.labour', append_only => true);
create index labour_of_order on repairs.labour (bureau_id, order_id, at);

create table repairs.photo (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  file_id uuid not null,
  stage text not null check (stage in ('BEFORE', 'DURING', 'AFTER')),
  at timestamptz not null default kernel.now(),
  by_name text not null,
  primary key (bureau_id, id),
  unique (bureau_id, file_id),
  foreign key (bureau_id, order_id) references repairs.repair (bureau_id, order_id),
  foreign key (bureau_id, file_id) references kernel.file (bureau_id, id)
);
call kernel.protect('repairs.photo', append_only => true);
create index photo_of_order on repairs.photo (bureau_id, order_id, at, id);

-- 细想: what of the list for this kind of fault is ready before setting out.
create table repairs.preparation (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  code text not null check (length(code) between 1 and 40),
  at timestamptz not null default kernel.now(),
  by_name text not null,
  primary key (bureau_id, id),
  unique (bureau_id, order_id, code),
  foreign key (bureau_id, order_id) references repairs.repair (bureau_id, order_id)
);
call kernel.protect('repairs.preparation');

-- 漏项补台: what was found left out after the work was finished, and how it was made good.
create table repairs.omission (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  line_id uuid,
  what text not null check (length(what) between 1 and 2000),
  found_at timestamptz not null default kernel.now(),
  found_by text not null,
  remedy text check (length(remedy) between 1 and 2000),
  remedy_photo_id uuid,
  remedied_at timestamptz check (remedied_at >= found_at),
  remedied_by text,
  check ((remedied_at is null) = (remedy is null) and (remedied_at is null) = (remedied_by is null)),
  primary key (bureau_id, id),
  foreign key (bureau_id, order_id) references repairs.repair (bureau_id, order_id),
  foreign key (bureau_id, line_id) references standards.checklist_line (bureau_id, id),
  foreign key (bureau_id, remedy_photo_id) references kernel.file (bureau_id, id)
);
call kernel.protect('repairs.omission');
create index omission_of_order on repairs.omission (bureau_id, order_id, found_at);

-- 细思: what was learnt, and which clause should change for it.
create table repairs.reflection (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  at timestamptz not null default kernel.now(),
  by_name text not null,
  note text not null check (length(note) between 1 and 2000),
  clause_id uuid,
  proposal text check (length(proposal) between 1 and 2000),
  check (proposal is null or clause_id is not null),
  primary key (bureau_id, id),
  foreign key (bureau_id, order_id) references repairs.repair (bureau_id, order_id),
  foreign key (bureau_id, clause_id) references standards.clause (bureau_id, id)
);
call kernel.protect('repairs.reflection', append_only => true);
create index reflection_of_order on repairs.reflection (bureau_id, order_id, at);
create index reflection_of_clause on repairs.reflection (bureau_id, clause_id) where clause_id is not null;
