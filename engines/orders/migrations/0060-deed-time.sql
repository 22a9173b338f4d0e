-- A step done on a phone without a signal counts from the moment it was done: `at`. When it arrived stands beside it,
-- and what the phone said where that could not be believed as it was (server/deed-time.ts has the bounds).
alter table orders.hop add column arrived_at timestamptz;
alter table orders.hop add column said_at timestamptz;
alter table orders.hop add constraint arrived_after_deed check (arrived_at >= at);
alter table orders.hop add constraint said_with_arrival check (said_at is null or arrived_at is not null);
