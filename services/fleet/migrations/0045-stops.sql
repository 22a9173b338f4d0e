-- 途经点: places on the way, in the order they are driven to, before the destination. They belong to what was asked for: the
-- reach of a ride and its kilometres are reckoned with them where the table of zones knows them.
alter table fleet.request add column stops text[] not null default '{}'
  check (cardinality(stops) <= 5 and array_ndims(stops) is not distinct from case when cardinality(stops) > 0 then 1 end)
  check (array_position(stops, null) is null and array_position(stops, '') is null)
  check (length(array_to_string(stops, '')) <= 1000);

create or replace function fleet.count_request_version() returns trigger language plpgsql as $$
begin
  if (new.contact_phone, new.luggage, new.may_pool, new.reason, new.purpose, new.passengers, new.origin, new.destination,
      new.stops, new.reach, new.distance_km, new.way, new.starts_at, new.ends_at)
    is distinct from (old.contact_phone, old.luggage, old.may_pool, old.reason, old.purpose, old.passengers, old.origin,
      old.destination, old.stops, old.reach, old.distance_km, old.way, old.starts_at, old.ends_at) then
    new.version := old.version + 1;
  end if;
  return new;
end $$;
