-- What a worker had done without a signal on an order that was no longer theirs when it arrived: handed to the desk.
create table repairs.handover (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  order_id uuid not null,
  at timestamptz not null default kernel.now(),
  by_person_id uuid,
  by_name text not null,
  -- why it did not arrive, in the words the worker was shown
  reason text not null check (length(reason) between 1 and 400),
  note text not null default '' check (length(note) <= 2000),
  -- [{"at": moment, "what": words}], in order
  deeds jsonb not null,
  photo_ids uuid[] not null default '{}',
  primary key (bureau_id, id),
  foreign key (bureau_id, order_id) references repairs.repair (bureau_id, order_id),
  foreign key (bureau_id, by_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('repairs.handover', append_only => true);
create index handover_of_order on repairs.handover (bureau_id, order_id, at);
