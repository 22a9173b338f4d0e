-- 社会化租赁: an approved request that no own vehicle can carry goes in a rented one of a fixed supplier.

-- 定点租赁单位, with the contract that makes it one.
create table fleet.rental_supplier (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  name text not null check (length(name) between 1 and 100),
  contact_name text not null default '' check (length(contact_name) <= 100),
  contact_phone text not null check (length(contact_phone) between 3 and 40),
  contract_number text not null check (length(contract_number) between 1 and 60),
  -- first and last day of the contract
  valid_from date not null,
  valid_until date not null check (valid_from <= valid_until),
  note text not null default '' check (length(note) <= 500),
  closed_at timestamptz,
  changed_at timestamptz not null default kernel.now(),
  changed_by text not null,
  primary key (bureau_id, id)
);
call kernel.protect('fleet.rental_supplier');
create unique index rental_supplier_name on fleet.rental_supplier (bureau_id, name) where closed_at is null;

create table fleet.rental (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  number text not null check (length(number) between 1 and 60),
  request_id uuid not null,
  supplier_id uuid not null,
  -- as it was when the vehicle was ordered: contracts are renewed
  contract_number text not null check (length(contract_number) between 1 and 60),
  body text not null check (body in ('CAR', 'OTHER_SMALL', 'MEDIUM_BUS', 'LARGE_BUS')),
  -- with the driver's
  seats integer not null check (seats between 2 and 60),
  plate text not null check (length(plate) between 1 and 20),
  driver_name text not null check (length(driver_name) between 1 and 100),
  -- '' once it has been kept long enough
  driver_phone text not null check (length(driver_phone) <= 40),
  -- agreed for the whole ride, a day, or a kilometre
  price_basis text not null check (price_basis in ('WHOLE', 'DAY', 'KM')),
  price_fen bigint not null check (price_fen between 0 and 100000000),
  -- why no own vehicle carries it
  reason text not null check (length(reason) between 1 and 500),
  -- the dispatcher's words where the rule on fixed suppliers warned
  note text not null default '' check (length(note) <= 1000),
  state text not null check (state in ('ORDERED', 'RETURNED', 'CANCELLED')),
  -- as the request has them
  starts_at timestamptz not null,
  ends_at timestamptz not null check (starts_at < ends_at),
  left_at timestamptz,
  returned_at timestamptz constraint returned_after_left check (returned_at > left_at),
  distance_km integer check (distance_km between 0 and 20000),
  cost_fen bigint check (cost_fen between 0 and 100000000),
  constraint returned_is_recorded check (case when state = 'RETURNED'
    then num_nulls(left_at, returned_at, distance_km, cost_fen) = 0
    else num_nonnulls(left_at, returned_at, distance_km, cost_fen) = 0 end),
  -- why it cost more than was agreed
  cost_note text not null default '' check (length(cost_note) <= 500),
  cancel_reason text check (length(cancel_reason) between 1 and 500),
  check ((state = 'CANCELLED') = (cancel_reason is not null)),
  -- what has not cost anything yet stands before what has
  cost_rank bigint not null generated always as (coalesce(cost_fen, -1)) stored,
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  primary key (bureau_id, id),
  unique (bureau_id, number),
  foreign key (bureau_id, request_id) references fleet.request (bureau_id, id),
  foreign key (bureau_id, supplier_id) references fleet.rental_supplier (bureau_id, id)
);
call kernel.protect('fleet.rental');
call kernel.guard('fleet.rental');
create unique index one_rental_a_request on fleet.rental (bureau_id, request_id) where state <> 'CANCELLED';
create index rental_by_start on fleet.rental (bureau_id, starts_at, id);
create index rental_by_cost on fleet.rental (bureau_id, cost_rank, id);
create index rental_of_supplier on fleet.rental (bureau_id, supplier_id, starts_at);

-- A request goes in an own vehicle or in a rented one, never in both: whoever writes either holds the request's lock.
create function fleet.rides_once() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'rental' then
    if new.state <> 'CANCELLED' and exists (select from fleet.trip_request r
      where r.bureau_id = new.bureau_id and r.request_id = new.request_id and r.removed_at is null) then
      raise exception 'the request has a trip' using errcode = '23514', constraint = 'rides_once';
    end if;
  elsif new.removed_at is null and exists (select from fleet.rental n
    where n.bureau_id = new.bureau_id and n.request_id = new.request_id and n.state <> 'CANCELLED') then
    raise exception 'the request has a rented vehicle' using errcode = '23514', constraint = 'rides_once';
  end if;
  return new;
end $$;
create trigger rides_once before insert or update on fleet.rental for each row execute function fleet.rides_once();
create trigger rides_once before insert or update on fleet.trip_request for each row execute function fleet.rides_once();
