-- Bureaus, the application's role, and what every business table gets from kernel.protect().

create schema if not exists kernel;

do $$ begin
  if not exists (select from pg_roles where rolname = 'houqin_app') then
    create role houqin_app nologin nobypassrls;
  end if;
end $$;
-- The server signs on as the owner and steps down to this role in every transaction.
do $$ begin
  execute format('grant houqin_app to %I', current_user);
end $$;

grant usage on schema kernel to houqin_app;

-- The bureau of the running transaction; null outside one, so that nothing is visible.
create function kernel.bureau() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.bureau', true), '')::uuid $$;

-- The server's clock, so that tests can set it and one transaction has one moment.
create function kernel.now() returns timestamptz language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

-- UUID version 7 (RFC 9562) for servers before 18: 48 bits of milliseconds, then random.
create function kernel.uuidv7() returns uuid language sql volatile parallel safe as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- The calendar day of a moment as people in China read it.
create function kernel.local_day(moment timestamptz) returns date language sql immutable parallel safe as
$$ select (moment at time zone 'Asia/Shanghai')::date $$;

-- Two-character pieces of a text, lower case, for Chinese search in a GIN index.
create function kernel.bigrams(words text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct substr(clean, place, 2)), '{}')
  from (select regexp_replace(lower(coalesce(words, '')), '\s+', '', 'g') as clean) as text_clean,
       generate_series(1, greatest(length(clean) - 1, 1)) as place
$$;

create table kernel.bureau (
  id uuid primary key default kernel.uuidv7(),
  parent_id uuid references kernel.bureau (id),
  code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,40}$'),
  name text not null check (length(name) between 1 and 100),
  demo boolean not null default false,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
alter table kernel.bureau enable row level security;
alter table kernel.bureau force row level security;
-- A person sees the own bureau only; the roll-up of subordinates goes through views of its own.
create policy own on kernel.bureau to houqin_app using (id = kernel.bureau());
-- The owner steps over bureaus to migrate and to find whose session it is.
create policy owner on kernel.bureau to current_user using (true) with check (true);
grant select, update (name, settings) on kernel.bureau to houqin_app;

-- Makes a table a bureau's own: filled, filtered and forced by the database.
-- Rows already there stay; the table must have bureau_id first in its primary key (a test walks the catalogue).
create procedure kernel.protect(target regclass, append_only boolean default false) language plpgsql as $$
begin
  execute format('alter table %s alter column bureau_id set default kernel.bureau()', target);
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own on %s to houqin_app using (bureau_id = kernel.bureau()) with check (bureau_id = kernel.bureau())', target);
  execute format('create policy owner on %s to %I using (true) with check (true)', target, current_user);
  if append_only then
    execute format('grant select, insert on %s to houqin_app', target);
  else
    execute format('grant select, insert, update, delete on %s to houqin_app', target);
  end if;
end $$;

-- Refuses every change of a state column that did not come through ctx.move().
create function kernel.guard_state() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state
     and coalesce(current_setting('app.moving', true), '') is distinct from new.id::text || ':' || new.state
     and current_user = 'houqin_app' then
    raise exception 'state of % changes only through a transition', tg_table_name using errcode = 'HQ001';
  end if;
  return new;
end $$;

create procedure kernel.guard(target regclass) language plpgsql as $$
begin
  execute format('create trigger guard_state before update on %s for each row execute function kernel.guard_state()', target);
end $$;

-- Values of the installation, not of a bureau: secrets, versions. The application's role cannot read it.
create table kernel.installation (
  key text primary key,
  value text not null
);
