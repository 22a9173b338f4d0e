-- Which room a task is done in, and whether it is of a room or day the meeting has left since (`former`): it stays on
-- record, and no longer follows the booking. Another of its kind may stand in its stead.
alter table meetings.task
  add column room_id uuid,
  add column former boolean not null default false,
  add foreign key (bureau_id, room_id) references meetings.room (bureau_id, id),
  drop constraint task_bureau_id_meeting_id_kind_round_key;
create unique index task_once_each on meetings.task (bureau_id, meeting_id, kind, round) where not former;
create index task_of_meeting on meetings.task (bureau_id, meeting_id);
