-- 礼仪检查: a driver looked at by the standard of manners; what was found is an executed checklist under its id.
create table fleet.etiquette_check (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  driver_id uuid not null,
  -- when the driver was seen
  at timestamptz not null,
  note text not null default '' check (length(note) <= 500),
  by_name text not null check (length(by_name) between 1 and 100),
  created_at timestamptz not null default kernel.now(),
  voided_at timestamptz,
  voided_by text,
  void_reason text check (length(void_reason) between 1 and 500),
  check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null)),
  primary key (bureau_id, id),
  foreign key (bureau_id, driver_id) references fleet.driver (bureau_id, id)
);
call kernel.protect('fleet.etiquette_check');
create index etiquette_of_driver on fleet.etiquette_check (bureau_id, driver_id, at);
