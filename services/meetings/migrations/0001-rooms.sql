-- Meeting service (会务): rooms with their layouts, equipment, leases and fit-outs, and the accessories a meeting can claim.
create schema meetings;
grant usage on schema meetings to houqin_app;

-- A meeting room has the id of its resource, which holds code, name, persons and who has it when.
create table meetings.room (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null,
  site_id uuid not null,
  -- where the directory knows the room
  directory_room_id uuid,
  note text not null default '' check (length(note) <= 2000),
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  foreign key (bureau_id, id) references bookings.resource (bureau_id, id),
  foreign key (bureau_id, site_id) references directory.site (bureau_id, id),
  foreign key (bureau_id, directory_room_id, site_id) references directory.room (bureau_id, id, site_id)
);
call kernel.protect('meetings.room');
create unique index room_of_directory on meetings.room (bureau_id, directory_room_id) where directory_room_id is not null;
create index room_of_site on meetings.room (bureau_id, site_id);

-- How many persons it takes in each way of setting it up.
create table meetings.room_layout (
  bureau_id uuid not null references kernel.bureau (id),
  room_id uuid not null,
  layout text not null check (layout in ('CLASSROOM', 'THEATRE', 'HOLLOW_SQUARE', 'U_SHAPE', 'BOARDROOM')),
  capacity integer not null check (capacity between 1 and 100000),
  primary key (bureau_id, room_id, layout),
  foreign key (bureau_id, room_id) references meetings.room (bureau_id, id)
);
call kernel.protect('meetings.room_layout');

create table meetings.room_photo (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  room_id uuid not null,
  file_id uuid not null,
  at timestamptz not null default kernel.now(),
  by_name text not null,
  primary key (bureau_id, id),
  unique (bureau_id, file_id),
  foreign key (bureau_id, room_id) references meetings.room (bureau_id, id),
  foreign key (bureau_id, file_id) references kernel.file (bureau_id, id)
);
call kernel.protect('meetings.room_photo', append_only => true);
create index photo_of_room on meetings.room_photo (bureau_id, room_id, at, id);

-- 音响设备、办公家具: what stands in a room, how much of it, and in what condition.
create table meetings.equipment (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  room_id uuid not null,
  kind text not null check (kind in ('SOUND', 'DISPLAY', 'FURNITURE', 'OTHER')),
  name text not null check (length(name) between 1 and 100),
  quantity integer not null check (quantity between 0 and 100000),
  condition text not null check (condition in ('GOOD', 'WORN', 'BROKEN')),
  note text not null default '' check (length(note) <= 500),
  checked_on date not null,
  checked_by text not null,
  primary key (bureau_id, id),
  unique (bureau_id, room_id, name),
  foreign key (bureau_id, room_id) references meetings.room (bureau_id, id)
);
call kernel.protect('meetings.equipment');

-- 无线话筒、笔记本电脑、桌签架: stock that a meeting claims along with its room.
create table meetings.accessory (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null,
  -- what it is counted in: 只, 台, 个
  counted_in text not null default '个' check (length(counted_in) between 1 and 10),
  note text not null default '' check (length(note) <= 500),
  primary key (bureau_id, id),
  foreign key (bureau_id, id) references bookings.resource (bureau_id, id)
);
call kernel.protect('meetings.accessory');

-- A room rented elsewhere: who lets it, from when to when (both days inclusive), for how much a year.
create table meetings.lease (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  room_id uuid not null,
  lessor text not null check (length(lessor) between 1 and 100),
  contract_no text not null check (length(contract_no) between 1 and 60),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  yearly_rent_fen bigint not null check (yearly_rent_fen between 0 and 100000000000),
  note text not null default '' check (length(note) <= 500),
  ended_reason text check (length(ended_reason) between 1 and 500),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  primary key (bureau_id, id),
  unique (bureau_id, contract_no),
  foreign key (bureau_id, room_id) references meetings.room (bureau_id, id),
  -- nobody rents the same room twice for the same day
  constraint one_lease_at_a_time exclude using gist
    (bureau_id with =, room_id with =, daterange(from_day, to_day, '[]') with &&)
);
call kernel.protect('meetings.lease');

create table meetings.fit_out (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  room_id uuid not null,
  on_day date not null,
  what text not null check (length(what) between 1 and 500),
  contractor text not null check (length(contractor) between 1 and 100),
  cost_fen bigint not null check (cost_fen between 0 and 100000000000),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, room_id) references meetings.room (bureau_id, id)
);
call kernel.protect('meetings.fit_out', append_only => true);
create index fit_out_of_room on meetings.fit_out (bureau_id, room_id, on_day);
