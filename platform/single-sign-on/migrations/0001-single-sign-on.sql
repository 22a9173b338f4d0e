-- Signing in at another system's door (OpenID Connect): which providers a bureau believes, and who is who there.

create schema sso;
grant usage on schema sso to houqin_app;

create table sso.provider (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  -- what the button says: 用…登录
  title text not null check (length(title) between 1 and 40),
  issuer text not null check (issuer ~ '^https?://' and length(issuer) <= 300),
  client_id text not null check (length(client_id) between 1 and 200),
  client_secret_sealed text not null,
  scopes text not null check (length(scopes) between 1 and 200),
  -- PEM of the provider's own authority, for a certificate no public one has signed
  authority text not null default '' check (length(authority) <= 20000),
  -- at the first sign-in this claim names the account; afterwards only the subject counts
  claim text not null check (length(claim) between 1 and 100),
  match text not null check (match in ('user-name', 'staff-number')),
  -- the provider vouches for a second factor; otherwise accounts that need one sign in here by password
  second_factor_by_provider boolean not null default false,
  enabled boolean not null default false,
  created_at timestamptz not null default kernel.now(),
  removed_at timestamptz,
  primary key (bureau_id, id)
);
call kernel.protect('sso.provider');
create unique index one_title_each on sso.provider (bureau_id, title) where removed_at is null;
-- The door names a provider before anybody knows the bureau.
create unique index provider_id on sso.provider (id);

-- A subject of the provider is one account, for good: user names are given to somebody else one day, subjects never.
create table sso.link (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  provider_id uuid not null,
  -- OpenID Connect Core 1.0, section 2: at most 255 characters, letters count (A)
  subject text not null check (length(subject) between 1 and 255),
  user_id uuid not null references kernel.member (user_id),
  linked_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, provider_id, subject),
  unique (bureau_id, provider_id, user_id),
  foreign key (bureau_id, provider_id) references sso.provider (bureau_id, id)
);
call kernel.protect('sso.link');
create index link_user on sso.link (bureau_id, user_id);

-- What the sign-in page shows to anybody, of every bureau: a title to choose, nothing else.
create view sso.door as
  select id, title, created_at from sso.provider where enabled and removed_at is null;
grant select on sso.door to houqin_app;
