-- What a bureau wants a figure to be; from a year on, until a later row says otherwise.

create schema metrics;
grant usage on schema metrics to houqin_app;

create table metrics.target (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  metric text not null check (metric ~ '^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$'),
  from_year integer not null check (from_year between 1949 and 2200),
  value numeric not null,
  note text check (length(note) <= 200),
  set_by text not null,
  set_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, metric, from_year)
);
call kernel.protect('metrics.target');
