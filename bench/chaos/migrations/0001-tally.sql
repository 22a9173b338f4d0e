-- Effects of handlers and jobs, counted: nothing here stops a second one.
create schema tally;
grant usage on schema tally to houqin_app;

create table tally.effect (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  event_id uuid not null,
  type text not null,
  primary key (bureau_id, id)
);
call kernel.protect('tally.effect');

create table tally.tick (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  at timestamptz not null,
  primary key (bureau_id, id)
);
call kernel.protect('tally.tick');
