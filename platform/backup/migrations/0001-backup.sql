-- Backups of the installation (of the whole embedded database, so of all its bureaus): settings, tries, and what is on the disk.
create schema backup;
grant usage on schema backup to houqin_app;

-- One row.
create table backup.setting (
  single boolean primary key default true check (single),
  enabled boolean not null default true,
  -- every day, Asia/Shanghai
  start_at text not null default '02:30' check (start_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  keep_daily integer not null default 7 check (keep_daily between 1 and 60),
  keep_weekly integer not null default 4 check (keep_weekly between 0 and 60),
  keep_monthly integer not null default 3 check (keep_monthly between 0 and 60),
  warn_after_hours integer not null default 36 check (warn_after_hours between 1 and 1000),
  -- no backup was due before
  since timestamptz not null default now(),
  -- what the server found at its last start; null when it never backed up an embedded database
  folder text,
  same_disk boolean,
  embedded boolean not null default false
);
insert into backup.setting default values;
grant select, update (enabled, start_at, keep_daily, keep_weekly, keep_monthly, warn_after_hours, since)
  on backup.setting to houqin_app;

-- Every try, with its end.
create table backup.run (
  id uuid primary key default kernel.uuidv7(),
  kind text not null check (kind in ('backup', 'verify')),
  cause text not null check (cause in ('schedule', 'person', 'command')),
  stage text not null check (stage in ('waiting', 'running', 'done', 'failed')),
  asked_at timestamptz not null default kernel.now(),
  asked_by text not null,
  started_at timestamptz,
  finished_at timestamptz,
  done_bytes bigint not null default 0,
  total_bytes bigint not null default 0,
  -- the backup made or verified
  copy_name text,
  problem_zh text,
  problem_en text,
  check ((stage = 'failed') = (problem_zh is not null) and (problem_zh is null) = (problem_en is null)),
  check ((stage in ('done', 'failed')) = (finished_at is not null))
);
create index run_asked on backup.run (asked_at);
grant select, insert on backup.run to houqin_app;

-- The backups that are on the disk, as last seen there.
create table backup.copy (
  name text primary key,
  system_id text not null,
  archive text not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  size_bytes bigint not null,
  -- a moment between this one and the next can be restored, too
  continuous boolean not null,
  -- the last real restore of it
  verified_at timestamptz,
  verified_rows bigint
);
grant select on backup.copy to houqin_app;
