-- Events are announced after their commit. A transaction that notifies holds a lock of the whole cluster until its commit is on
-- the disk, so that commits wait for the disk one by one instead of together: a third of the bookings a second.

-- What is in there has been announced.
alter table kernel.outbox add column announced boolean not null default true;
alter table kernel.outbox alter column announced set default false;
create index outbox_unannounced on kernel.outbox (bureau_id, event_id) where not announced;

create or replace function kernel.announce_event() returns trigger language plpgsql as $$
begin
  insert into kernel.outbox (bureau_id, event_id) values (new.bureau_id, new.id);
  return null;
end $$;
