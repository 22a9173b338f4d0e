-- Secret addresses under which people's calendars read their own dates.

create schema feeds;
grant usage on schema feeds to houqin_app;

create table feeds.feed (
  bureau_id uuid not null references kernel.bureau (id),
  -- the address is this id, signed: it cannot be guessed, and a new one is a new row
  id uuid not null default gen_random_uuid(),
  user_id uuid not null references kernel.member (user_id),
  locale text not null check (locale in ('zh-CN', 'zh-Hant', 'en')),
  created_at timestamptz not null default kernel.now(),
  revoked_at timestamptz,
  primary key (bureau_id, id)
);
call kernel.protect('feeds.feed');
create unique index one_feed_each on feeds.feed (bureau_id, user_id) where revoked_at is null;
