-- Where people go, by the names they use, and how far it is: the centre has no map. A request's words are matched to a zone
-- by its name or one of its other words; between zones that nobody has measured, the reach says how far it is about.
create table fleet.zone (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  name text not null check (length(name) between 1 and 60),
  -- other words that stand for it in a request
  words text[] not null default '{}' check (cardinality(words) <= 50),
  reach text not null check (reach in ('DISTRICT', 'CITY', 'BEYOND')),
  -- where the vehicles stand
  base boolean not null default false,
  closed_at timestamptz,
  primary key (bureau_id, id),
  unique (bureau_id, name)
);
call kernel.protect('fleet.zone');
create unique index one_base on fleet.zone (bureau_id) where base and closed_at is null;

create table fleet.zone_distance (
  bureau_id uuid not null references kernel.bureau (id),
  -- the smaller id first: the way there is the way back
  from_zone_id uuid not null,
  to_zone_id uuid not null,
  check (from_zone_id < to_zone_id),
  km integer not null check (km between 0 and 5000),
  minutes integer not null check (minutes between 1 and 6000),
  changed_at timestamptz not null default kernel.now(),
  changed_by text not null,
  primary key (bureau_id, from_zone_id, to_zone_id),
  foreign key (bureau_id, from_zone_id) references fleet.zone (bureau_id, id),
  foreign key (bureau_id, to_zone_id) references fleet.zone (bureau_id, id)
);
call kernel.protect('fleet.zone_distance');

-- Who gave way to an emergency stands first in the queue, and knows why.
alter table fleet.request add column displaced_at timestamptz;
alter table fleet.request add column displaced_reason text check (length(displaced_reason) between 1 and 500);
alter table fleet.request add check ((displaced_at is null) = (displaced_reason is null));
