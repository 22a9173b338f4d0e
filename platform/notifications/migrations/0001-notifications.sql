-- What people are told, how it reached them, and how they want to be told.

create schema notifications;
grant usage on schema notifications to houqin_app;

-- An address or robot shared by whoever has a role, or by a unit: told once for all of them.
create table notifications.mailbox (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  name text not null check (length(name) between 1 and 100),
  channel text not null check (channel in ('mail', 'wecom', 'dingtalk', 'feishu')),
  -- whose news it takes: a role's, a unit's, or both together
  role text,
  unit_id uuid,
  -- empty: every type
  types text[] not null default '{}',
  -- it stands in for the persons: they get no mail of their own for what it takes
  instead boolean not null default false,
  -- a mail address, or the base address of the robot's platform
  address text not null check (length(address) between 3 and 300),
  -- the robot's key (in its address) and secret (for its signature), sealed
  key_sealed text,
  secret_sealed text,
  locale text not null default 'zh-CN',
  created_at timestamptz not null default kernel.now(),
  removed_at timestamptz,
  primary key (bureau_id, id),
  check (role is not null or unit_id is not null),
  check ((channel = 'mail') = (key_sealed is null))
);
call kernel.protect('notifications.mailbox');

-- One piece of news for one person, or for one shared mailbox.
create table notifications.notification (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  user_id uuid references kernel.member (user_id),
  mailbox_id uuid,
  type text not null check (type ~ '^[a-z][a-z-]*\.[a-z][a-z_]*$'),
  title_zh text not null check (length(title_zh) between 1 and 300),
  title_en text not null check (length(title_en) between 1 and 300),
  body_zh text not null default '' check (length(body_zh) <= 1000),
  body_en text not null default '' check (length(body_en) <= 1000),
  -- where it opens in the application
  href text not null check (href ~ '^/([^/\\]|$)' and length(href) <= 300),
  subject_type text not null,
  subject_id uuid,
  urgent boolean not null default false,
  -- its words stay inside: outside channels only say that there is something
  sealed boolean not null default false,
  -- whether it shows in the application
  shown boolean not null default true,
  -- how often the same happened again while it was new
  times integer not null default 1 check (times > 0),
  created_at timestamptz not null default kernel.now(),
  last_at timestamptz not null default kernel.now(),
  read_at timestamptz,
  primary key (bureau_id, id),
  foreign key (bureau_id, mailbox_id) references notifications.mailbox (bureau_id, id),
  check ((user_id is null) <> (mailbox_id is null))
);
call kernel.protect('notifications.notification');
create index inbox on notifications.notification (bureau_id, user_id, created_at, id);
create index unread on notifications.notification (bureau_id, user_id) where read_at is null and shown;
create index same_again on notifications.notification (bureau_id, subject_id, type, last_at);
create index by_age on notifications.notification (bureau_id, created_at);

-- One way out of the application for one piece of news; the key makes the effect happen once.
create table notifications.delivery (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  notification_id uuid not null,
  channel text not null check (channel in ('mail', 'wecom', 'dingtalk', 'feishu')),
  -- goes out together with the others of its person that are due by then
  digest boolean not null default false,
  -- where to, when it is not the recipient's own address (a test)
  to_address text check (length(to_address) <= 200),
  created_at timestamptz not null default kernel.now(),
  due_at timestamptz not null,
  attempts integer not null default 0,
  tried_at timestamptz,
  -- whoever sends it now has it until then; after a crash it is free again
  leased_until timestamptz,
  sent_at timestamptz,
  given_up_at timestamptz,
  -- what the other side said last
  answer text not null default '' check (length(answer) <= 500),
  primary key (bureau_id, id),
  unique (bureau_id, notification_id, channel),
  foreign key (bureau_id, notification_id) references notifications.notification (bureau_id, id) on delete cascade,
  check (sent_at is null or given_up_at is null)
);
call kernel.protect('notifications.delivery');
create index delivery_due on notifications.delivery (bureau_id, due_at) where sent_at is null and given_up_at is null;
create index delivery_tried on notifications.delivery (bureau_id, tried_at);

-- How a person wants to be told.
create table notifications.preference (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  user_id uuid not null references kernel.member (user_id),
  mail_address text check (mail_address ~ '^[^@\s,;<>]+@[^@\s,;<>]+$' and length(mail_address) <= 200),
  locale text not null default 'zh-CN' check (locale in ('zh-CN', 'zh-Hant', 'en')),
  -- NONE always, OFF_HOURS outside the work calendar, SPAN between two times of the day
  quiet text not null default 'NONE' check (quiet in ('NONE', 'OFF_HOURS', 'SPAN')),
  quiet_from_minutes integer not null default 1320 check (quiet_from_minutes between 0 and 1439),
  quiet_to_minutes integer not null default 420 check (quiet_to_minutes between 0 and 1439),
  digest text not null default 'NONE' check (digest in ('NONE', 'HOURLY', 'DAILY')),
  primary key (bureau_id, id),
  unique (bureau_id, user_id)
);
call kernel.protect('notifications.preference');

-- One box of a person's matrix, where it differs from the usual.
create table notifications.choice (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  user_id uuid not null references kernel.member (user_id),
  type text not null,
  channel text not null check (channel in ('app', 'mail')),
  wanted boolean not null,
  primary key (bureau_id, id),
  unique (bureau_id, user_id, type, channel)
);
call kernel.protect('notifications.choice');

-- The usual of a role, where the administrator set it otherwise than the module declares.
create table notifications.role_default (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  role text not null,
  type text not null,
  channel text not null check (channel in ('app', 'mail')),
  wanted boolean not null,
  mandatory boolean not null default false,
  primary key (bureau_id, id),
  unique (bureau_id, role, type, channel),
  check (wanted or not mandatory)
);
call kernel.protect('notifications.role_default');

-- The bureau's mail server; one row.
create table notifications.mail_server (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  host text not null check (length(host) between 1 and 200),
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('TLS', 'STARTTLS', 'NONE')),
  user_name text not null default '' check (length(user_name) <= 200),
  password_sealed text,
  from_address text not null check (from_address ~ '^[^@\s,;<>]+@[^@\s,;<>]+$' and length(from_address) <= 200),
  from_name text not null default '' check (length(from_name) <= 100),
  -- PEM of the agency's own authority, for a certificate no public one has signed
  authority text not null default '' check (length(authority) <= 20000),
  -- where links in mails lead
  site_address text not null default '' check (length(site_address) <= 200),
  primary key (bureau_id, id),
  unique (bureau_id)
);
call kernel.protect('notifications.mail_server');
