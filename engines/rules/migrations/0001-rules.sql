-- National and local limits as dated data with their source, and the decisions in which they were used.
create schema rules;
grant usage on schema rules to houqin_app;
create extension if not exists btree_gist;

-- Where the bureau stands (GB/T 2260), and which release's national values it has.
create table rules.setting (
  bureau_id uuid not null references kernel.bureau (id),
  jurisdiction text check (jurisdiction ~ '^[1-9][0-9]{5}$'),
  -- fingerprint of the national values that were loaded
  loaded text,
  changed_at timestamptz not null default kernel.now(),
  changed_by text not null check (length(changed_by) between 1 and 100),
  primary key (bureau_id)
);
call kernel.protect('rules.setting');

-- What is limited: its name and where it bites come with the release, its values are the bureau's.
create table rules.rule (
  bureau_id uuid not null references kernel.bureau (id),
  id text not null check (id ~ '^[A-Z][A-Z0-9]*(\.[A-Z][A-Z0-9_]*)+$' and length(id) <= 80),
  field text not null check (length(field) between 1 and 40),
  position integer not null,
  title_zh text not null check (length(title_zh) between 1 and 100),
  title_en text not null check (length(title_en) between 1 and 200),
  uses_zh text not null check (length(uses_zh) between 1 and 200),
  uses_en text not null check (length(uses_en) between 1 and 400),
  note_zh text not null default '' check (length(note_zh) <= 1000),
  note_en text not null default '' check (length(note_en) <= 2000),
  search text not null generated always as (lower(id || ' ' || title_zh || ' ' || title_en || ' ' || uses_zh || ' ' || note_zh)) stored,
  primary key (bureau_id, id),
  unique (bureau_id, position)
);
call kernel.protect('rules.rule');

create table rules.rule_value (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  rule_id text not null,
  -- to what it applies: {"vehicleClass": "EMERGENCY_SUPPORT"}; a part left out fits everything
  key jsonb not null default '{}' check (jsonb_typeof(key) = 'object'),
  key_text text not null generated always as (key::text) stored,
  op text not null check (op in ('max', 'min', 'eq', 'formula')),
  value numeric check (value between -1e12 and 1e12),
  formula text check (length(formula) between 1 and 60),
  unit text not null check (length(unit) between 1 and 40),
  effect text not null check (effect in ('block', 'warn', 'info')),
  -- CN, a code of GB/T 2260, or unit:<id>
  jurisdiction text not null check (jurisdiction ~ '^(CN|[1-9][0-9]{5}|unit:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'),
  -- the nearer one counts although it is not stricter
  overrides boolean not null default false,
  effective_from date not null,
  -- the first day on which it no longer counts; the day it began where it never came to count
  effective_to date,
  source_title text not null check (length(source_title) between 1 and 200),
  source_doc_no text not null default '' check (length(source_doc_no) <= 100),
  source_article text not null default '' check (length(source_article) <= 100),
  source_url text not null default '' check (length(source_url) <= 500),
  source_mark text not null check (source_mark in ('A', 'B', 'C')),
  source_checked_on date not null,
  reason text not null default '' check (length(reason) <= 1000),
  -- of a national value that came with a release: its name there
  seed text check (length(seed) between 1 and 300),
  created_at timestamptz not null default kernel.now(),
  created_by text not null check (length(created_by) between 1 and 100),
  superseded_by uuid,
  ended_at timestamptz,
  ended_by text check (length(ended_by) between 1 and 100),
  end_reason text check (length(end_reason) between 1 and 1000),
  primary key (bureau_id, id),
  foreign key (bureau_id, rule_id) references rules.rule (bureau_id, id),
  foreign key (bureau_id, superseded_by) references rules.rule_value (bureau_id, id),
  unique (bureau_id, seed),
  check ((op = 'formula') = (formula is not null)),
  check ((op = 'formula') = (value is null)),
  -- What is only remembered informs; it neither stops anybody nor lifts what does.
  constraint memory_only_informs check (source_mark <> 'C' or effect = 'info' and not overrides),
  check (effective_to >= effective_from),
  check ((ended_at is null) = (ended_by is null)),
  check (superseded_by is null or effective_to is not null),
  -- No two values say something about the same day.
  constraint one_a_day exclude using gist (bureau_id with =, rule_id with =, key_text with =, jurisdiction with =,
    daterange(effective_from, effective_to) with &&)
);
-- Written once: what was used in a decision stays as it was. Only its end is added.
call kernel.protect('rules.rule_value', true);
grant update (effective_to, superseded_by, ended_at, ended_by, end_reason) on rules.rule_value to houqin_app;
create index value_of_rule on rules.rule_value (bureau_id, rule_id, effective_from);

-- Every time values were asked of an object: what came out.
create table rules.decision (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  subject_type text not null check (length(subject_type) between 3 and 80),
  subject_id text check (length(subject_id) between 1 and 80),
  label text not null check (length(label) between 1 and 200),
  href text not null default '' check (length(href) <= 300),
  unit_id uuid,
  at timestamptz not null default kernel.now(),
  by_name text not null check (length(by_name) between 1 and 100),
  outcome text not null check (outcome in ('OK', 'INFO', 'WARN', 'BLOCK')),
  -- whether what is beyond a blocking limit was refused; not where somebody only wanted to know
  refused boolean not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, unit_id) references directory.unit (bureau_id, id),
  check (not refused or outcome = 'BLOCK')
);
call kernel.protect('rules.decision', true);
create index by_time on rules.decision (bureau_id, at, id);
create index of_subject on rules.decision (bureau_id, subject_type, subject_id);

create table rules.decision_value (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  decision_id uuid not null,
  position integer not null check (position > 0),
  rule_id text not null,
  value_ids uuid[] not null check (cardinality(value_ids) > 0),
  field text not null default '',
  asked numeric not null,
  -- as computed then
  allowed numeric not null,
  unit text not null,
  mark text not null check (mark in ('A', 'B', 'C')),
  outcome text not null check (outcome in ('OK', 'INFO', 'WARN', 'BLOCK')),
  words_zh text not null,
  words_en text not null,
  source_zh text not null,
  source_en text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, decision_id) references rules.decision (bureau_id, id),
  foreign key (bureau_id, rule_id) references rules.rule (bureau_id, id),
  unique (bureau_id, decision_id, position)
);
call kernel.protect('rules.decision_value', true);
create index verdict_of_rule on rules.decision_value (bureau_id, rule_id);
