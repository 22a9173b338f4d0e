-- What belongs to a vehicle and runs out (证照、保险、年检、油卡、钥匙). A paper is followed by the next one, never edited away.
create table fleet.vehicle_paper (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  vehicle_id uuid not null,
  kind text not null check (kind in ('REGISTRATION', 'LICENCE', 'COMPULSORY_INSURANCE', 'COMMERCIAL_INSURANCE', 'INSPECTION',
    'FUEL_CARD', 'KEY', 'ETC')),
  number text not null check (length(number) between 1 and 60),
  -- insurer, testing station, oil company, keeper
  holder text not null default '' check (length(holder) <= 100),
  valid_from date,
  -- the last day on which it is good; null: it does not run out
  valid_until date check (valid_until >= valid_from),
  cost_fen bigint check (cost_fen >= 0),
  file_id uuid,
  note text not null default '' check (length(note) <= 500),
  -- by the next of its kind, or taken out of use with a reason (a lost card)
  ended_at timestamptz,
  ended_by text,
  ended_reason text check (length(ended_reason) between 1 and 500),
  superseded_by_id uuid,
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (superseded_by_id is null and ended_reason is null)),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, vehicle_id) references fleet.vehicle (bureau_id, id),
  foreign key (bureau_id, superseded_by_id) references fleet.vehicle_paper (bureau_id, id) deferrable initially deferred
);
call kernel.protect('fleet.vehicle_paper');
create index paper_of_vehicle on fleet.vehicle_paper (bureau_id, vehicle_id, kind, created_at);
create index paper_by_end on fleet.vehicle_paper (bureau_id, valid_until) where ended_at is null;
-- One of each in force; keys and fuel cards may be several, each with its own number.
create unique index one_paper_in_force on fleet.vehicle_paper (bureau_id, vehicle_id, kind,
  (case when kind in ('FUEL_CARD', 'KEY') then number else '' end)) where ended_at is null;

create function fleet.paper_stays() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or (new.vehicle_id, new.kind, new.number, new.holder, new.valid_from, new.valid_until, new.cost_fen, new.file_id)
    is distinct from (old.vehicle_id, old.kind, old.number, old.holder, old.valid_from, old.valid_until, old.cost_fen, old.file_id) then
    raise exception 'a paper is followed by the next one, never edited' using errcode = '23514', constraint = 'paper_stays';
  end if;
  return new;
end $$;
create trigger paper_stays before update on fleet.vehicle_paper for each row execute function fleet.paper_stays();

-- Who has a key or a fuel card since when; one at a time.
create table fleet.hand_out (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  paper_id uuid not null,
  driver_id uuid,
  -- the driver's, or of whoever else has it
  holder_name text not null check (length(holder_name) between 1 and 100),
  out_at timestamptz not null default kernel.now(),
  out_by text not null,
  back_at timestamptz check (back_at >= out_at),
  back_by text,
  check ((back_at is null) = (back_by is null)),
  note text not null default '' check (length(note) <= 500),
  primary key (bureau_id, id),
  foreign key (bureau_id, paper_id) references fleet.vehicle_paper (bureau_id, id),
  foreign key (bureau_id, driver_id) references fleet.driver (bureau_id, id)
);
call kernel.protect('fleet.hand_out');
create unique index handed_out_once on fleet.hand_out (bureau_id, paper_id) where back_at is null;
create index hand_out_of_paper on fleet.hand_out (bureau_id, paper_id, out_at);
