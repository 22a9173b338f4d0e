-- When service is given: named calendars, their weekly hours, the days that differ, and who has looked a year over.
create schema calendar;
grant usage on schema calendar to houqin_app;

-- Hours are a list of {"from": minute, "to": minute}; "to" above 1440 reaches into the next day.
create function calendar.are_windows(windows jsonb) returns boolean language sql immutable as $$
  select case when windows is null then null when jsonb_typeof(windows) <> 'array' then false else
    jsonb_array_length(windows) <= 12 and not exists (
      select from jsonb_array_elements(windows) as w
      where case
        when jsonb_typeof(w) is distinct from 'object' or jsonb_typeof(w -> 'from') is distinct from 'number'
          or jsonb_typeof(w -> 'to') is distinct from 'number' then true
        else (w ->> 'from')::numeric % 1 <> 0 or (w ->> 'to')::numeric % 1 <> 0
          or (w ->> 'from')::numeric not between 0 and 1439
          or (w ->> 'to')::numeric <= (w ->> 'from')::numeric
          or (w ->> 'to')::numeric > (w ->> 'from')::numeric + 1440
      end)
  end
$$;

create table calendar.work_calendar (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  name text not null check (name ~ '^[a-z][a-z0-9-]{1,40}$'),
  title_zh text not null check (length(title_zh) between 1 and 40),
  title_en text not null check (length(title_en) between 1 and 80),
  -- whether holidays and make-up days change it; a guard post works on through them
  follows_days boolean not null,
  -- every minute counts; it has no weekly hours to edit
  round_the_clock boolean not null default false,
  check (not (round_the_clock and follows_days)),
  primary key (bureau_id, id),
  unique (bureau_id, name)
);
call kernel.protect('calendar.work_calendar');

-- The hours of one weekday; for a site, only the weekdays on which it differs.
create table calendar.weekday_hours (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  calendar_id uuid not null,
  site_id uuid,
  weekday integer not null check (weekday between 1 and 7),
  windows jsonb not null check (calendar.are_windows(windows)),
  primary key (bureau_id, id),
  foreign key (bureau_id, calendar_id) references calendar.work_calendar (bureau_id, id),
  foreign key (bureau_id, site_id) references directory.site (bureau_id, id),
  unique nulls not distinct (bureau_id, calendar_id, site_id, weekday)
);
call kernel.protect('calendar.weekday_hours');

-- A day that differs from its weekday, for the bureau or for one site.
create table calendar.day_exception (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  site_id uuid,
  day date not null,
  kind text not null check (kind in ('holiday', 'makeup', 'half-day', 'custom')),
  name_zh text not null check (length(name_zh) between 1 and 40),
  name_en text not null default '' check (length(name_en) <= 80),
  windows jsonb check (calendar.are_windows(windows)),
  -- statutory: from the yearly notice; local: decided or corrected here
  source text not null check (source in ('statutory', 'local')),
  check (windows is not null or kind in ('holiday', 'makeup')),
  primary key (bureau_id, id),
  foreign key (bureau_id, site_id) references directory.site (bureau_id, id),
  unique nulls not distinct (bureau_id, day, site_id)
);
call kernel.protect('calendar.day_exception');

-- Years whose arrangement was taken over, and who has looked it over since.
create table calendar.year (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  year integer not null check (year between 1949 and 2200),
  seeded_at timestamptz not null default kernel.now(),
  confirmed_at timestamptz,
  confirmed_by text,
  check ((confirmed_at is null) = (confirmed_by is null)),
  primary key (bureau_id, id),
  unique (bureau_id, year)
);
call kernel.protect('calendar.year');
