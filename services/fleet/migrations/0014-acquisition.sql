-- 购置: asked for within the caps, decided by the approvals, and in the end a vehicle in the book.
create table fleet.acquisition (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  number text not null check (length(number) between 1 and 60),
  class text not null check (class in ('CONFIDENTIAL_COMM', 'EMERGENCY_SUPPORT', 'LAW_ENFORCEMENT', 'SPECIAL_TECHNICAL',
    'OTHER_PROVISIONED')),
  body text not null check (body in ('CAR', 'OTHER_SMALL', 'MEDIUM_BUS', 'LARGE_BUS', 'TRUCK')),
  model text not null default '' check (length(model) <= 100),
  special boolean not null default false,
  energy text not null check (energy in ('PETROL', 'DIESEL', 'HYBRID', 'PLUG_IN', 'ELECTRIC', 'GAS')),
  displacement_ml integer check (displacement_ml between 1 and 20000),
  check (energy <> 'ELECTRIC' or displacement_ml is null),
  price_fen bigint not null check (price_fen >= 0),
  seats integer not null check (seats between 1 and 60),
  pool text not null check (pool in ('CENTRE', 'EMERGENCY')),
  reason text not null check (length(reason) between 1 and 1000),
  -- renewed: the one it stands in for
  replaces_id uuid,
  unit_id uuid not null,
  asked_by_person_id uuid,
  asked_by text not null,
  asked_at timestamptz not null default kernel.now(),
  state text not null check (state in ('SUBMITTED', 'RETURNED', 'REFUSED', 'WITHDRAWN', 'APPROVED', 'REGISTERED')),
  decided_by text,
  decision_reason text check (length(decision_reason) between 1 and 1000),
  vehicle_id uuid,
  check ((state = 'REGISTERED') = (vehicle_id is not null)),
  primary key (bureau_id, id),
  unique (bureau_id, number),
  foreign key (bureau_id, replaces_id) references fleet.vehicle (bureau_id, id),
  foreign key (bureau_id, vehicle_id) references fleet.vehicle (bureau_id, id),
  foreign key (bureau_id, unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, asked_by_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('fleet.acquisition');
call kernel.guard('fleet.acquisition');
create index acquisition_by_time on fleet.acquisition (bureau_id, asked_at, id);

-- 定点保险询价: the pre-selected insurers are invited, their quotes stay sealed until the recorded opening, the lowest wins.
create table fleet.insurer (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  name text not null check (length(name) between 1 and 100),
  contact text not null default '' check (length(contact) <= 100),
  -- 入围期
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  primary key (bureau_id, id),
  unique (bureau_id, name, from_day)
);
call kernel.protect('fleet.insurer');

create table fleet.insurance_round (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  number text not null check (length(number) between 1 and 60),
  title text not null check (length(title) between 1 and 200),
  -- what is to be covered, the same words for everybody
  terms text not null check (length(terms) between 1 and 4000),
  quotes_until timestamptz not null,
  state text not null check (state in ('INVITING', 'OPENED', 'FAILED')),
  opened_at timestamptz check (opened_at >= quotes_until),
  opened_by text,
  witness text check (length(witness) between 1 and 100),
  check ((state = 'INVITING') = (opened_at is null) and (opened_at is null) = (opened_by is null) and (opened_at is null) = (witness is null)),
  winner_id uuid,
  check (state = 'OPENED' or winner_id is null),
  failed_reason text check (length(failed_reason) between 1 and 500),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  primary key (bureau_id, id),
  unique (bureau_id, number),
  foreign key (bureau_id, winner_id) references fleet.insurer (bureau_id, id)
);
call kernel.protect('fleet.insurance_round');
call kernel.guard('fleet.insurance_round');

create table fleet.round_vehicle (
  bureau_id uuid not null references kernel.bureau (id),
  round_id uuid not null,
  vehicle_id uuid not null,
  primary key (bureau_id, round_id, vehicle_id),
  foreign key (bureau_id, round_id) references fleet.insurance_round (bureau_id, id),
  foreign key (bureau_id, vehicle_id) references fleet.vehicle (bureau_id, id)
);
call kernel.protect('fleet.round_vehicle');

create table fleet.round_invitation (
  bureau_id uuid not null references kernel.bureau (id),
  -- signed in the insurer's own link, so that nobody of the centre types a price
  id uuid not null default kernel.uuidv7(),
  round_id uuid not null,
  insurer_id uuid not null,
  invited_at timestamptz not null default kernel.now(),
  invited_by text not null,
  quoted_at timestamptz,
  primary key (bureau_id, round_id, insurer_id),
  foreign key (bureau_id, round_id) references fleet.insurance_round (bureau_id, id),
  foreign key (bureau_id, insurer_id) references fleet.insurer (bureau_id, id)
);
call kernel.protect('fleet.round_invitation');
create unique index invitation_by_code on fleet.round_invitation (bureau_id, id);

-- Append-only: an insurer's later quote stands for the earlier one, until the time is over.
create table fleet.sealed_quote (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  round_id uuid not null,
  insurer_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  note text not null default '' check (length(note) <= 1000),
  signed_by text not null check (length(signed_by) between 1 and 100),
  at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  foreign key (bureau_id, round_id, insurer_id) references fleet.round_invitation (bureau_id, round_id, insurer_id)
);
call kernel.protect('fleet.sealed_quote', append_only => true);
create index quote_of_round on fleet.sealed_quote (bureau_id, round_id, insurer_id, at);

-- The seal: whatever the application asks, the database shows no quote before the opening is on record.
create policy sealed on fleet.sealed_quote as restrictive for select to houqin_app using (exists (
  select from fleet.insurance_round r where r.bureau_id = sealed_quote.bureau_id and r.id = sealed_quote.round_id
    and r.state <> 'INVITING'));
-- And nobody quotes after the time.
create policy in_time on fleet.sealed_quote as restrictive for insert to houqin_app with check (exists (
  select from fleet.insurance_round r where r.bureau_id = sealed_quote.bureau_id and r.id = sealed_quote.round_id
    and r.state = 'INVITING' and r.quotes_until > kernel.now()));
