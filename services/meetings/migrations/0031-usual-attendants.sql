-- 会务责任人: who has the tasks in a room, or in all rooms of a site (no room), where nobody else is named; all kinds of
-- task, or one (kind). The room goes before the site, the kind before all kinds; where nobody is set, the pool has it.
create table meetings.usual_attendant (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  site_id uuid not null,
  room_id uuid,
  kind text check (kind in ('TAKE_ON', 'SET_UP', 'ROSTRUM', 'AV_TEST', 'TEA', 'NAME_PLATES', 'LOUNGE',
    'PARKING', 'LIFT', 'IN_SESSION', 'CLEANING', 'RESET')),
  person_id uuid not null,
  set_at timestamptz not null default kernel.now(),
  set_by text not null,
  primary key (bureau_id, id),
  unique nulls not distinct (bureau_id, site_id, room_id, kind),
  foreign key (bureau_id, site_id) references directory.site (bureau_id, id),
  foreign key (bureau_id, room_id) references meetings.room (bureau_id, id),
  foreign key (bureau_id, person_id) references directory.person (bureau_id, id)
);
call kernel.protect('meetings.usual_attendant');
create index usual_attendant_of_person on meetings.usual_attendant (bureau_id, person_id);
