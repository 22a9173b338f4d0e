-- 用车申请: who needs to be taken where, when and why.
create table fleet.request (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  number text not null check (length(number) between 1 and 60),
  unit_id uuid not null,
  requester_person_id uuid,
  requester_name text not null check (length(requester_name) between 1 and 100),
  -- whom the driver rings; the requester's own unless said otherwise
  contact_phone text not null default '' check (length(contact_phone) <= 40),
  purpose text not null check (purpose in ('MEETING', 'INSPECTION', 'RESEARCH', 'DOCUMENTS', 'GUESTS', 'EMERGENCY', 'OTHER')),
  reason text not null check (length(reason) between 1 and 500),
  passengers integer not null check (passengers between 1 and 60),
  origin text not null check (length(origin) between 1 and 200),
  destination text not null check (length(destination) between 1 and 200),
  -- 区内、市内、跨市: what the approval route and the sealing rules ask for
  reach text not null check (reach in ('DISTRICT', 'CITY', 'BEYOND')),
  -- one way, as the requester reckons
  distance_km integer check (distance_km between 1 and 5000),
  way text not null check (way in ('ONE_WAY', 'RETURN')),
  starts_at timestamptz not null,
  -- when the vehicle is free again
  ends_at timestamptz not null,
  check (starts_at < ends_at),
  check (ends_at - starts_at <= interval '31 days'),
  luggage text not null default 'NONE' check (luggage in ('NONE', 'LIGHT', 'BULKY')),
  -- may others be taken along
  may_pool boolean not null default true,
  emergency boolean not null default false,
  vehicle_class text check (vehicle_class in ('CONFIDENTIAL_COMM', 'EMERGENCY_SUPPORT', 'LAW_ENFORCEMENT',
    'SPECIAL_TECHNICAL', 'OTHER_PROVISIONED')),
  state text not null check (state in ('SUBMITTED', 'SENT_BACK', 'REFUSED', 'WITHDRAWN', 'APPROVED', 'ASSIGNED',
    'UNDER_WAY', 'DONE', 'CANCELLED', 'DIVERTED')),
  -- instead of a vehicle of ours
  diverted_to text check (diverted_to in ('SHUTTLE', 'TAXI')),
  check ((state = 'DIVERTED') = (diverted_to is not null)),
  closing_reason text check (length(closing_reason) between 1 and 500),
  check (state not in ('REFUSED', 'CANCELLED') or closing_reason is not null),
  submitted_at timestamptz not null default kernel.now(),
  approved_at timestamptz,
  -- who deals with it first answers for it to the end (首问责任人)
  first_contact_person_id uuid,
  first_contact_name text,
  imported boolean not null default false,
  primary key (bureau_id, id),
  unique (bureau_id, number),
  foreign key (bureau_id, unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, requester_person_id) references directory.person (bureau_id, id),
  foreign key (bureau_id, first_contact_person_id) references directory.person (bureau_id, id)
);
call kernel.protect('fleet.request');
call kernel.guard('fleet.request');
create index request_by_start on fleet.request (bureau_id, starts_at, id);
create index request_of_unit on fleet.request (bureau_id, unit_id, starts_at);
create index request_of_requester on fleet.request (bureau_id, requester_person_id, starts_at);
create index request_open on fleet.request (bureau_id, starts_at) where state in ('SUBMITTED', 'SENT_BACK', 'APPROVED', 'ASSIGNED', 'UNDER_WAY');

create function fleet.first_contact_stays() returns trigger language plpgsql as $$
begin
  if old.first_contact_name is not null and (new.first_contact_name, new.first_contact_person_id)
    is distinct from (old.first_contact_name, old.first_contact_person_id) then
    raise exception 'who answered first stays' using errcode = '23514', constraint = 'first_contact_stays';
  end if;
  return new;
end $$;
create trigger first_contact_stays before update on fleet.request for each row execute function fleet.first_contact_stays();
