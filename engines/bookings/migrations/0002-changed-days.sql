-- When the day grid changed: an answer kept in memory is given again only while nothing of its days has a newer stamp.

-- Every stamp is new, and one of a row is always higher than the one before: it is taken while the row is locked. So the sum of
-- the stamps of some days grows with every commit that touches them, in whatever order those commits come.
create sequence bookings.change_stamp;
grant usage on sequence bookings.change_stamp to houqin_app;

create table bookings.changed_day (
  bureau_id uuid not null references kernel.bureau (id),
  -- -infinity: a change of every day, such as a name
  day date not null,
  -- nobody waits here who did not wait for the resource already; zeros: a change of no resource
  resource_id uuid not null,
  stamp bigint not null,
  primary key (bureau_id, day, resource_id)
) with (fillfactor = 70);
call kernel.protect('bookings.changed_day');

-- What holds touch, old and new; `changed` is one side of a statement's rows.
create function bookings.mark_holds() returns trigger language plpgsql as $$
begin
  insert into bookings.changed_day as d (bureau_id, day, resource_id, stamp)
    select bureau_id, day, resource_id, nextval('bookings.change_stamp') from (
      select distinct c.bureau_id, first + n as day, c.resource_id from changed c
        cross join lateral (select kernel.local_day(lower(c.occupied)) as first,
          kernel.local_day(upper(c.occupied) - interval '1 microsecond') as last) s
        cross join lateral generate_series(0, last - first) n
      order by 1, 2, 3) touched
    on conflict (bureau_id, day, resource_id) do update set stamp = nextval('bookings.change_stamp');
  return null;
end $$;
create trigger mark_new after insert on bookings.hold
  referencing new table as changed for each statement execute function bookings.mark_holds();
create trigger mark_old after delete on bookings.hold
  referencing old table as changed for each statement execute function bookings.mark_holds();
create trigger mark_changed after update on bookings.hold
  referencing new table as changed for each statement execute function bookings.mark_holds();
create trigger mark_before after update on bookings.hold
  referencing old table as changed for each statement execute function bookings.mark_holds();

-- A title, a state: the days on which the booking holds something.
create function bookings.mark_bookings() returns trigger language plpgsql as $$
begin
  insert into bookings.changed_day as d (bureau_id, day, resource_id, stamp)
    select bureau_id, day, resource_id, nextval('bookings.change_stamp') from (
      select distinct h.bureau_id, first + n as day, h.resource_id from changed b
        join bookings.hold h on h.bureau_id = b.bureau_id and h.booking_id = b.id
        cross join lateral (select kernel.local_day(lower(h.occupied)) as first,
          kernel.local_day(upper(h.occupied) - interval '1 microsecond') as last) s
        cross join lateral generate_series(0, last - first) n
      order by 1, 2, 3) touched
    on conflict (bureau_id, day, resource_id) do update set stamp = nextval('bookings.change_stamp');
  return null;
end $$;
create trigger mark_changed after update on bookings.booking
  referencing new table as changed for each statement execute function bookings.mark_bookings();

-- What stands on every day: resources, closing times, names of sites and units.
create function bookings.mark_all_days() returns trigger language plpgsql as $$
declare resource text := tg_argv[0];
begin
  insert into bookings.changed_day as d (bureau_id, day, resource_id, stamp)
    select bureau_id, '-infinity', resource_id, nextval('bookings.change_stamp') from (
      select distinct bureau_id, coalesce(to_jsonb(c) ->> resource, '00000000-0000-0000-0000-000000000000')::uuid as resource_id
      from changed c order by 1, 2) touched
    on conflict (bureau_id, day, resource_id) do update set stamp = nextval('bookings.change_stamp');
  return null;
end $$;
do $$
declare
  one record;
begin
  for one in select * from (values ('bookings.resource', 'id'), ('bookings.blackout', 'resource_id'), ('directory.site', ''),
    ('directory.unit', '')) as tables (name, resource)
  loop
    execute format('create trigger mark_new after insert on %s referencing new table as changed
      for each statement execute function bookings.mark_all_days(%L)', one.name, one.resource);
    execute format('create trigger mark_changed after update on %s referencing new table as changed
      for each statement execute function bookings.mark_all_days(%L)', one.name, one.resource);
    execute format('create trigger mark_old after delete on %s referencing old table as changed
      for each statement execute function bookings.mark_all_days(%L)', one.name, one.resource);
  end loop;
end $$;
