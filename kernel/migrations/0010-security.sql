-- How strictly a bureau guards its doors, and what the doors must remember for it.
-- The defaults are the usual practice at level 3 of GB/T 22239-2019 (B: the standard itself gives no numbers).

create table kernel.security (
  bureau_id uuid primary key references kernel.bureau (id),
  password_length integer not null default 8 check (password_length between 8 and 64),
  -- of capital letters, small letters, digits, other signs
  password_classes integer not null default 3 check (password_classes between 1 and 4),
  password_history integer not null default 5 check (password_history between 0 and 24),
  -- 0: a password never grows old
  password_days integer not null default 90 check (password_days between 0 and 730),
  password_warn_days integer not null default 14 check (password_warn_days between 0 and 60),
  change_first_password boolean not null default true,
  lock_failures integer not null default 5 check (lock_failures between 3 and 100),
  lock_seconds integer not null default 300 check (lock_seconds between 30 and 86400),
  -- without a touch of the person; 0: never
  idle_seconds integer not null default 600 check (idle_seconds = 0 or idle_seconds between 60 and 86400),
  session_seconds integer not null default 43200 check (session_seconds between 900 and 2592000),
  two_factor_roles text[] not null default '{admin,security,auditor}',
  -- how long a new account may do without, so that a bureau can be set up; none once the administrators are separate
  two_factor_grace_hours integer not null default 24 check (two_factor_grace_hours between 0 and 720),
  trusted_devices boolean not null default false,
  separate_administrators boolean not null default true,
  -- since when the three administrators are separate; null while there is no security administrator
  separated_at timestamptz,
  -- who has asked to end the separation, and in which of the two offices; the other one must agree
  joining_asked_by uuid,
  joining_asked_as text check (joining_asked_as in ('admin', 'security')),
  check ((joining_asked_by is null) = (joining_asked_as is null))
);
call kernel.protect('kernel.security');

-- What a demo bureau has: its accounts are known to everybody, and must keep working for programs too.
create procedure kernel.relax_security(bureau uuid) language sql as $$
  update kernel.security set password_classes = 1, password_history = 0, password_days = 0,
    change_first_password = false, lock_failures = 20, lock_seconds = 60, idle_seconds = 0,
    session_seconds = 604800, two_factor_roles = '{}', separate_administrators = false
  where bureau_id = bureau
$$;

create function kernel.open_security() returns trigger language plpgsql as $$
begin
  insert into kernel.security (bureau_id) values (new.id);
  if new.demo then call kernel.relax_security(new.id); end if;
  return null;
end $$;
create trigger open_security after insert on kernel.bureau for each row execute function kernel.open_security();
insert into kernel.security (bureau_id) select id from kernel.bureau;
do $$ declare bureau uuid; begin
  for bureau in select id from kernel.bureau where demo loop call kernel.relax_security(bureau); end loop;
end $$;

alter table kernel.member
  add column password_changed_at timestamptz not null default kernel.now(),
  add column must_change_password boolean not null default false;

-- Former passwords as the sign-in library hashes them, so that none comes back too soon. Readable by the owner only.
create table kernel.former_password (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  user_id uuid not null references kernel.member (user_id),
  hash text not null,
  at timestamptz not null default kernel.now(),
  primary key (bureau_id, id)
);
call kernel.protect('kernel.former_password');
create index former_password_user on kernel.former_password (bureau_id, user_id, at);
revoke all on kernel.former_password from houqin_app;

-- Scopes of a personal token: `read`, `orders.read`, `orders.write`; null is everything its owner may do.
alter table kernel.token add column scopes text[] check (cardinality(scopes) > 0);

-- In which of the three offices somebody acted, as it was then.
alter table kernel.event add column actor_office text check (actor_office in ('admin', 'security', 'auditor'));
create index event_office on kernel.event (bureau_id, actor_office, at, id) where actor_office is not null;

alter table identity.session
  -- any request, to the minute
  add column last_seen_at timestamptz,
  -- a touch of the person
  add column active_at timestamptz,
  -- the password was given again
  add column confirmed_at timestamptz,
  -- opened by the single sign-on provider, not by password
  add column by_provider boolean not null default false,
  -- and the provider vouches for a second factor, so none is owed here
  add column second_factor_by_provider boolean not null default false;

alter table identity."user" add column "twoFactorEnabled" boolean not null default false;
create table identity."twoFactor" (
  id uuid primary key,
  "userId" uuid not null references identity."user" (id) on delete cascade,
  secret text not null,
  "backupCodes" text not null,
  verified boolean not null default true,
  "failedVerificationCount" integer not null default 0,
  "lockedUntil" timestamptz
);
create index two_factor_user on identity."twoFactor" ("userId");
create index two_factor_secret on identity."twoFactor" (secret);

-- Wrong passwords by account name, whether there is such an account or not; every server counts here.
create table identity.attempt (
  name text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
create index attempt_age on identity.attempt (last_at);

-- The sessions of this bureau's people, for those who may see them; ending one is the owner's step.
create view kernel.session as
  select s.id, m.bureau_id, m.user_id, m.id as member_id, m.name, m.user_name, s."userAgent" as user_agent,
    s."ipAddress" as address, s."createdAt" as created_at, s.last_seen_at, s.by_provider,
    s."expiresAt" > kernel.now()
      and s."createdAt" > kernel.now() - make_interval(secs => p.session_seconds)
      and (p.idle_seconds = 0 or coalesce(s.active_at, s."createdAt") > kernel.now() - make_interval(secs => p.idle_seconds))
      as open
  from identity.session s
    join kernel.member m on m.user_id = s."userId"
    join kernel.security p on p.bureau_id = m.bureau_id
  where m.bureau_id = kernel.bureau();
grant select on kernel.session to houqin_app;

-- Which accounts of this bureau have a second factor, and which are locked.
create view kernel.account_door as
  select m.bureau_id, m.id, m.user_id, u."twoFactorEnabled" as second_factor,
    case when a.locked_until > kernel.now() then a.locked_until end as locked_until
  from kernel.member m
    join identity."user" u on u.id = m.user_id
    left join identity.attempt a on a.name = m.user_name
  where m.bureau_id = kernel.bureau();
grant select on kernel.account_door to houqin_app;
