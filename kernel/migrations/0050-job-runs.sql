-- Which run of a job a bureau has had. A run that is handed out twice (the server died after its work and before it
-- could say so, or another node lost patience) finds its row and does nothing; swept after three days.
create table kernel.job_run (
  bureau_id uuid not null references kernel.bureau (id),
  run_id uuid not null,
  job text not null,
  at timestamptz not null default kernel.now(),
  primary key (bureau_id, run_id)
);
call kernel.protect('kernel.job_run');
