-- Rooms that a meeting has besides its main one; all are claims of one booking, held all or none. The main room is the one
-- that is not named here.
create table meetings.further_room (
  bureau_id uuid not null references kernel.bureau (id),
  meeting_id uuid not null,
  -- its number among them, which its tasks keep
  place integer not null check (place between 1 and 5),
  room_id uuid not null,
  use text not null check (use in ('BRANCH', 'LOUNGE', 'WORK')),
  primary key (bureau_id, meeting_id, place),
  unique (bureau_id, meeting_id, room_id),
  foreign key (bureau_id, meeting_id) references meetings.meeting (bureau_id, booking_id),
  foreign key (bureau_id, room_id) references meetings.room (bureau_id, id)
);
call kernel.protect('meetings.further_room');
