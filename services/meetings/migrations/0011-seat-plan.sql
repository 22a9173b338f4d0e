-- Seat plan (座次): layout, numbers and the rule for an even row. Chairs are worked out, never stored.
create table meetings.seat_plan (
  bureau_id uuid not null references kernel.bureau (id),
  meeting_id uuid not null,
  -- rises with every save, so that nobody overwrites what they have not seen
  version integer not null check (version >= 1),
  layout text not null check (layout in ('CLASSROOM', 'THEATRE', 'HOLLOW_SQUARE', 'U_SHAPE', 'BOARD', 'ROSTRUM')),
  dimensions jsonb not null check (jsonb_typeof(dimensions) = 'object'),
  even_rule text not null check (length(even_rule) between 1 and 40),
  changed_at timestamptz not null default kernel.now(),
  changed_by text not null,
  primary key (bureau_id, meeting_id),
  foreign key (bureau_id, meeting_id) references meetings.meeting (bureau_id, booking_id)
);
call kernel.protect('meetings.seat_plan');

-- Who sits where; nobody twice. A name stands with the participant only.
create table meetings.seat (
  bureau_id uuid not null references kernel.bureau (id),
  meeting_id uuid not null,
  seat_id text not null check (seat_id ~ '^[RFTBLE][0-9]{1,2}-[0-9]{1,3}$'),
  participant_id uuid not null,
  primary key (bureau_id, meeting_id, seat_id),
  constraint seated_once unique (bureau_id, meeting_id, participant_id),
  foreign key (bureau_id, meeting_id) references meetings.seat_plan (bureau_id, meeting_id),
  foreign key (bureau_id, meeting_id, participant_id)
    references meetings.participant (bureau_id, meeting_id, id) on delete cascade
);
call kernel.protect('meetings.seat');
