-- Every entry of kernel.event in an unbroken chain, day by day, so that a change behind the application's back shows.

create schema audit_seal;
grant usage on schema audit_seal to houqin_app;

-- One seal a day with entries: it closes the entries up to its last position and holds the hash of the seal before.
create table audit_seal.seal (
  bureau_id uuid not null references kernel.bureau (id),
  number integer not null check (number > 0),
  id uuid not null default kernel.uuidv7(),
  -- how its hash was made, so that a later form does not break the older ones
  form smallint not null default 1,
  -- the day its entries were written, in Asia/Shanghai, by the clock of the database
  day date not null,
  entries integer not null check (entries > 0),
  -- entries that an earlier seal should have had; none unless the clock of the database was set back
  late integer not null default 0 check (late between 0 and entries),
  first_event_id uuid not null,
  last_event_id uuid not null,
  last_position bigint not null check (last_position > 0),
  -- everything written before this moment is in this seal or an earlier one
  sealed_until timestamptz not null,
  -- hash of its last entry
  chain bytea not null check (length(chain) = 32),
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null default kernel.now(),
  primary key (bureau_id, number)
);
call kernel.protect('audit_seal.seal', append_only => true);

-- The place of every sealed entry, with SHA-256 of (the hash before, the entry): it tells which entry does not fit.
create table audit_seal.entry (
  bureau_id uuid not null references kernel.bureau (id),
  position bigint not null check (position > 0),
  event_id uuid not null,
  seal_number integer not null,
  hash bytea not null check (length(hash) = 32),
  primary key (bureau_id, position),
  unique (bureau_id, event_id)
);
call kernel.protect('audit_seal.entry', append_only => true);

-- What the retention schedule took away: all entries up to a seal. The seals themselves stay.
create table audit_seal.erasure (
  bureau_id uuid not null references kernel.bureau (id),
  seal_number integer not null,
  entries integer not null check (entries > 0),
  at timestamptz not null default kernel.now(),
  primary key (bureau_id, seal_number)
);
call kernel.protect('audit_seal.erasure', append_only => true);

-- One checking of the whole chain, in parts: how far it is, and what it found.
create table audit_seal.verification (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  asked_at timestamptz not null default kernel.now(),
  asked_by text not null,
  -- the seals that were there when it was asked for
  seals integer not null check (seals >= 0),
  entries bigint not null check (entries >= 0),
  progress jsonb not null,
  entries_done bigint not null default 0,
  fault jsonb,
  head text,
  finished_at timestamptz,
  primary key (bureau_id, id)
);
call kernel.protect('audit_seal.verification');
create unique index one_verification_at_a_time on audit_seal.verification (bureau_id) where finished_at is null;

-- The moment before which no entry can still appear: ids carry the clock of the database, and a transaction gives its
-- ids after it began. A second of margin for a transaction that is just beginning. Runs as the owner, who signs on all
-- servers of the application and so sees since when their transactions run.
create function audit_seal.fence() returns timestamptz language sql volatile
  security definer set search_path = pg_catalog as $$
  select case when current_setting('track_activities')::boolean then
    least(clock_timestamp(), min(xact_start)) - interval '1 second'
  else
    -- who runs since when is not known here, so a day must do
    clock_timestamp() - interval '1 day'
  end
  from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
$$;

-- Lowest id (RFC 9562, version 7) of a moment, and the moment of an id.
create function audit_seal.id_at(moment timestamptz) returns uuid language sql immutable parallel safe as $$
  select (lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid
$$;
create function audit_seal.day_of(id uuid) returns date language sql immutable parallel safe as $$
  select kernel.local_day(to_timestamp(
    ('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0))
$$;

-- The oldest sealed entries leave as the retention schedule says, whole seals at a time and never within six months
-- (网络安全法 Art 21). The application cannot delete history otherwise.
create function audit_seal.erase_until(last_day date) returns integer language plpgsql
  security definer set search_path = pg_catalog as $$
declare
  own uuid := kernel.bureau();
  last_seal audit_seal.seal;
  gone integer;
begin
  select * into last_seal from audit_seal.seal s
    where s.bureau_id = own and s.day <= least(last_day, kernel.local_day(kernel.now()) - 184)
      and s.day <= kernel.local_day(clock_timestamp()) - 184
    order by s.number desc limit 1;
  if last_seal.number is null or exists (select from audit_seal.erasure e
    where e.bureau_id = own and e.seal_number >= last_seal.number) then
    return 0;
  end if;
  delete from kernel.outbox o using audit_seal.entry s
    where s.bureau_id = own and s.position <= last_seal.last_position
      and o.bureau_id = own and o.event_id = s.event_id;
  delete from kernel.event e using audit_seal.entry s
    where s.bureau_id = own and s.position <= last_seal.last_position and e.bureau_id = own and e.id = s.event_id;
  get diagnostics gone = row_count;
  delete from audit_seal.entry s where s.bureau_id = own and s.position <= last_seal.last_position;
  insert into audit_seal.erasure (bureau_id, seal_number, entries) values (own, last_seal.number, greatest(gone, 1));
  return gone;
end $$;
revoke execute on function audit_seal.erase_until(date) from public;
grant execute on function audit_seal.erase_until(date) to houqin_app;
