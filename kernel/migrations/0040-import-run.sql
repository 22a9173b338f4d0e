-- An import that goes on behind the page: who asked for what, how far it is, what was found. The sheet stays here
-- until the run is over, so that any server may take the run up.
create table kernel.import_run (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  kind text not null,
  file_name text not null,
  mode text not null check (mode in ('dry-run', 'commit')),
  partial boolean not null,
  state text not null default 'queued'
    check (state in ('queued', 'running', 'done', 'cancelled', 'failed', 'interrupted')),
  -- the sheet; null once the run is over
  bytes bytea,
  actor_id uuid not null,
  -- who asked, with the permissions of that moment
  actor jsonb not null,
  started_at timestamptz not null default kernel.now(),
  ended_at timestamptz,
  -- by the database's own clock: a run whose server says nothing for a minute is given up
  heard_at timestamptz not null default now(),
  cancel_asked boolean not null default false,
  rows_read integer not null default 0,
  rows_taken integer not null default 0,
  accepted integer not null default 0,
  changed integer not null default 0,
  refused integer not null default 0,
  written boolean not null default false,
  -- code and parameters of why the file as a whole could not be taken
  problem jsonb,
  check ((ended_at is null) = (state in ('queued', 'running'))),
  primary key (bureau_id, id)
);
call kernel.protect('kernel.import_run');
create index import_run_open on kernel.import_run (bureau_id, started_at) where ended_at is null;
create index import_run_actor on kernel.import_run (bureau_id, actor_id, id);

-- What a run found, line by line; words are made of code and parameters in the reader's language.
create table kernel.import_finding (
  bureau_id uuid not null references kernel.bureau (id),
  run_id uuid not null,
  position integer not null,
  refused boolean not null,
  line integer not null,
  heading text not null,
  code text not null,
  params jsonb not null,
  primary key (bureau_id, run_id, position),
  foreign key (bureau_id, run_id) references kernel.import_run (bureau_id, id) on delete cascade
);
call kernel.protect('kernel.import_finding');
