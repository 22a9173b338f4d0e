-- What a person has read of whom within the hour, so that a list that is looked at all day leaves one entry an hour.
-- Rows are swept after a day; the record itself is in kernel.event.
create table kernel.sensitive_read (
  bureau_id uuid not null references kernel.bureau (id),
  -- the account, or the name of an actor without one
  actor text not null,
  kind text not null,
  -- id of the person, of the row, or the name of the action
  subject text not null,
  hour timestamptz not null,
  primary key (bureau_id, actor, kind, subject, hour)
);
call kernel.protect('kernel.sensitive_read');
create index sensitive_read_hour on kernel.sensitive_read (bureau_id, hour);
