-- What a requester may change of a request is changed by two people at times: each says which version was read.
alter table fleet.request add column version integer not null default 1 check (version >= 1);

create function fleet.count_request_version() returns trigger language plpgsql as $$
begin
  if (new.contact_phone, new.luggage, new.may_pool, new.reason, new.purpose, new.passengers, new.origin, new.destination,
      new.reach, new.distance_km, new.way, new.starts_at, new.ends_at)
    is distinct from (old.contact_phone, old.luggage, old.may_pool, old.reason, old.purpose, old.passengers, old.origin,
      old.destination, old.reach, old.distance_km, old.way, old.starts_at, old.ends_at) then
    new.version := old.version + 1;
  end if;
  return new;
end $$;
create trigger count_request_version before update on fleet.request
  for each row execute function fleet.count_request_version();
