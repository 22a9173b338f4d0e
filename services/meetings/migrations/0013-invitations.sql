-- That a meeting's invitations went out; from then on its moves and its end are told too.
create table meetings.invitation (
  bureau_id uuid not null references kernel.bureau (id),
  meeting_id uuid not null,
  sent_at timestamptz not null default kernel.now(),
  sent_by text not null,
  primary key (bureau_id, meeting_id),
  foreign key (bureau_id, meeting_id) references meetings.meeting (bureau_id, booking_id)
);
call kernel.protect('meetings.invitation');
