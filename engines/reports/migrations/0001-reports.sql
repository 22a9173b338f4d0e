-- Documents made of frozen figures and people's prose.

create schema reports;
grant usage on schema reports to houqin_app;

create table reports.report (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'REVIEW', 'FROZEN', 'PUBLISHED', 'VOIDED')),
  kind text not null check (kind in ('monthly', 'half-year', 'annual')),
  title text not null check (length(title) between 1 and 200),
  period_from date not null,
  period_to date not null,
  -- the day up to which every figure counts (截至11月底); the period's last day when it is over
  cutoff_on date not null,
  -- grows with every change; a save that knows an older one is refused
  version integer not null default 1,
  addressee text check (length(addressee) <= 200),
  -- the eight fields of public disclosure (RPT-06)
  index_number text check (length(index_number) <= 100),
  category text check (length(category) <= 100),
  publisher text check (length(publisher) <= 200),
  written_on date,
  disclosure_name text check (length(disclosure_name) <= 200),
  document_number text check (length(document_number) <= 100),
  published_on date,
  keywords text check (length(keywords) <= 200),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  frozen_at timestamptz,
  frozen_by text,
  -- the sections as they read at the freeze, every number in place, and SHA-256 over them
  frozen_content jsonb,
  frozen_hash text,
  published_by text,
  voided_reason text,
  primary key (bureau_id, id),
  check (period_from <= cutoff_on and cutoff_on <= period_to),
  check (state not in ('FROZEN', 'PUBLISHED') or (frozen_at is not null and frozen_content is not null and frozen_hash is not null)),
  check (state <> 'PUBLISHED' or published_on is not null),
  check (state <> 'VOIDED' or voided_reason is not null)
);
call kernel.protect('reports.report');
call kernel.guard('reports.report');
create index report_period on reports.report (bureau_id, cutoff_on desc, id desc);

create table reports.section (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  report_id uuid not null,
  position integer not null check (position between 0 and 99),
  role text not null check (role in ('done', 'problems', 'plan', 'other')),
  heading text not null check (length(heading) between 1 and 100),
  -- paragraphs of text and figures, tables, charts; the shape is `Block` in schema.ts
  blocks jsonb not null default '[]' check (jsonb_typeof(blocks) = 'array'),
  version integer not null default 1,
  changed_at timestamptz not null default kernel.now(),
  changed_by text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, report_id) references reports.report (bureau_id, id)
);
call kernel.protect('reports.section');
create index section_of_report on reports.section (bureau_id, report_id, position);

-- The figures as they were at the freeze, with everything needed to explain them later.
create table reports.frozen_figure (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  report_id uuid not null,
  -- metric, days and place in one text; the report's blocks find their figure by it
  key text not null check (length(key) <= 300),
  metric text not null,
  title text not null,
  unit text not null,
  definition text not null,
  decimals integer not null,
  from_day date not null,
  to_day date not null,
  unit_id uuid,
  site_id uuid,
  value numeric,
  before_from date not null,
  before_to date not null,
  before_value numeric,
  target numeric,
  as_of timestamptz not null,
  implausible text,
  -- how many rows were behind it, and SHA-256 over their ids and values; null for the points of a chart
  records integer,
  records_hash text,
  primary key (bureau_id, id),
  unique (bureau_id, report_id, key),
  foreign key (bureau_id, report_id) references reports.report (bureau_id, id)
);
call kernel.protect('reports.frozen_figure', append_only => true);

-- What others reach, for comparison: worthless without source and date (requirements A.10).
create table reports.benchmark (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  metric text not null check (metric ~ '^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$'),
  peer text not null check (length(peer) between 1 and 100),
  value numeric not null,
  -- as the source writes it
  raw_text text check (length(raw_text) <= 100),
  source text not null check (length(source) between 1 and 300),
  source_on date not null,
  note text check (length(note) <= 300),
  voided_at timestamptz,
  voided_reason text,
  created_by text not null,
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  check ((voided_at is null) = (voided_reason is null))
);
call kernel.protect('reports.benchmark');
create index benchmark_metric on reports.benchmark (bureau_id, metric, source_on desc, id desc);

-- A frozen report never changes: not its words, not its figures, not by anybody. Publishing adds the
-- public-disclosure fields to a frozen one; afterwards it can only be voided.
create function reports.keep_frozen_report() returns trigger language plpgsql as $$
declare
  open_columns text[] := array['state', 'voided_reason'];
begin
  if old.state not in ('FROZEN', 'PUBLISHED', 'VOIDED') then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if old.state = 'FROZEN' then
    open_columns := open_columns || array['index_number', 'category', 'publisher', 'written_on', 'disclosure_name',
      'document_number', 'published_on', 'keywords', 'published_by'];
  end if;
  if tg_op = 'DELETE' or to_jsonb(new) - open_columns is distinct from to_jsonb(old) - open_columns
     or (old.state = 'VOIDED') or new.state in ('DRAFT', 'REVIEW') then
    raise exception 'a frozen report never changes' using errcode = '23514', constraint = 'frozen_report';
  end if;
  return new;
end $$;
create trigger keep_frozen before update or delete on reports.report
  for each row execute function reports.keep_frozen_report();

-- The words change in a draft only, the figures are written once, on the way from review to the freeze.
create function reports.keep_frozen_part() returns trigger language plpgsql as $$
declare
  report_state text;
  wanted text := tg_argv[0];
  part record;
begin
  if tg_op = 'DELETE' then part := old; else part := new; end if;
  select state into report_state from reports.report where bureau_id = part.bureau_id and id = part.report_id;
  if report_state is distinct from wanted or (wanted = 'REVIEW' and tg_op <> 'INSERT')
     or (tg_op = 'UPDATE' and new.report_id <> old.report_id) then
    raise exception 'a report that is no draft keeps its content' using errcode = '23514', constraint = 'frozen_report';
  end if;
  return part;
end $$;
create trigger keep_frozen before insert or update or delete on reports.section
  for each row execute function reports.keep_frozen_part('DRAFT');
create trigger keep_frozen before insert or update or delete on reports.frozen_figure
  for each row execute function reports.keep_frozen_part('REVIEW');
