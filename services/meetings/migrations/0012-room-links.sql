-- Secret addresses of a room: what its door screen shows, and a calendar that others subscribe to. The address is this
-- id, signed: it cannot be guessed, and a new one is a new row.
create table meetings.room_link (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default gen_random_uuid(),
  room_id uuid not null,
  kind text not null check (kind in ('DISPLAY', 'FEED')),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  revoked_at timestamptz,
  revoked_by text,
  check ((revoked_at is null) = (revoked_by is null)),
  primary key (bureau_id, id),
  foreign key (bureau_id, room_id) references meetings.room (bureau_id, id)
);
call kernel.protect('meetings.room_link');
create unique index one_link_each on meetings.room_link (bureau_id, room_id, kind) where revoked_at is null;

-- Meetings that somebody booked at the door; the door screen may end these, and no others.
create table meetings.walk_up (
  bureau_id uuid not null references kernel.bureau (id),
  meeting_id uuid not null,
  room_link_id uuid not null,
  primary key (bureau_id, meeting_id),
  foreign key (bureau_id, meeting_id) references meetings.meeting (bureau_id, booking_id),
  foreign key (bureau_id, room_link_id) references meetings.room_link (bureau_id, id)
);
call kernel.protect('meetings.walk_up', append_only => true);
