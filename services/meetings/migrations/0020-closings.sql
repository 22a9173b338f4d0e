-- Why and from when a room, or equipment to claim, is no longer used. One closing in force at a time; taken back, it stays on
-- record.
create table meetings.closing (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  -- a meeting room or an accessory
  resource_id uuid not null,
  from_day date not null,
  reason text not null check (length(reason) between 1 and 500),
  -- keeps the days ahead free of new bookings until the day comes
  blackout_id uuid,
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  ended_at timestamptz,
  ended_by text,
  check ((ended_at is null) = (ended_by is null)),
  primary key (bureau_id, id),
  foreign key (bureau_id, resource_id) references bookings.resource (bureau_id, id),
  foreign key (bureau_id, blackout_id) references bookings.blackout (bureau_id, id)
);
call kernel.protect('meetings.closing');
create unique index one_closing on meetings.closing (bureau_id, resource_id) where ended_at is null;
create index closing_ahead on meetings.closing (bureau_id, from_day) where ended_at is null and blackout_id is not null;

-- Photos that no longer show the room. A photo was signed by who added it: it is taken off the page, not out of the record.
create table meetings.removed_photo (
  bureau_id uuid not null references kernel.bureau (id),
  photo_id uuid not null,
  at timestamptz not null default kernel.now(),
  by_name text not null,
  primary key (bureau_id, photo_id),
  foreign key (bureau_id, photo_id) references meetings.room_photo (bureau_id, id)
);
call kernel.protect('meetings.removed_photo', append_only => true);
