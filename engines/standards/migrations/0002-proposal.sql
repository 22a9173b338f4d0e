-- 标准改进: a change to a clause that somebody proposes who has worked to it; answered with a reason.
create table standards.proposal (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  clause_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  -- where it comes from: the order it was learnt from
  subject_type text not null check (length(subject_type) between 3 and 80),
  subject_id uuid not null,
  subject_label text not null check (length(subject_label) between 1 and 200),
  href text not null default '',
  proposed_at timestamptz not null default kernel.now(),
  proposed_by text not null check (length(proposed_by) between 1 and 100),
  state text not null check (state in ('open', 'accepted', 'declined')),
  decided_at timestamptz,
  decided_by text,
  decision text check (length(decision) between 1 and 1000),
  primary key (bureau_id, id),
  foreign key (bureau_id, clause_id) references standards.clause (bureau_id, id),
  check ((state = 'open') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  check ((decided_at is null) = (decision is null))
);
call kernel.protect('standards.proposal');
call kernel.guard('standards.proposal');
create index proposal_of_clause on standards.proposal (bureau_id, clause_id, proposed_at);
