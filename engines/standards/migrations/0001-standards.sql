-- Written standards: document → version → clause → checklist line; and the checklists that were executed.
create schema standards;
grant usage on schema standards to houqin_app;

create table standards.document (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,60}$'),
  title_zh text not null check (length(title_zh) between 1 and 100),
  title_en text not null default '' check (length(title_en) <= 200),
  -- which part of the standard system (标准体系) it belongs to
  family text not null check (family in ('GENERAL_FOUNDATION', 'SERVICE_SUPPORT', 'SERVICE_PROVISION')),
  created_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, code)
);
call kernel.protect('standards.document');

create table standards.version (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  document_id uuid not null,
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'issued', 'withdrawn')),
  -- where the wording comes from: own rule, national standard, notice
  source text not null check (length(source) between 1 and 300),
  change_note text not null default '' check (length(change_note) <= 1000),
  created_at timestamptz not null default kernel.now(),
  created_by text not null,
  -- in force from this moment until a later version is issued or this one is withdrawn
  issued_at timestamptz,
  withdrawn_at timestamptz,
  check ((state = 'draft') = (issued_at is null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  primary key (bureau_id, id),
  foreign key (bureau_id, document_id) references standards.document (bureau_id, id),
  unique (bureau_id, document_id, number)
);
call kernel.protect('standards.version');
call kernel.guard('standards.version');
-- One draft at a time, so that two people do not write two next versions.
create unique index one_draft on standards.version (bureau_id, document_id) where state = 'draft';

-- What a clause is called through all versions: others refer to this.
create table standards.clause (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  document_id uuid not null,
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,40}$'),
  primary key (bureau_id, id),
  foreign key (bureau_id, document_id) references standards.document (bureau_id, id),
  unique (bureau_id, code)
);
call kernel.protect('standards.clause');

create table standards.clause_version (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  clause_id uuid not null,
  version_id uuid not null,
  position integer not null check (position > 0),
  title_zh text not null check (length(title_zh) between 1 and 100),
  title_en text not null default '' check (length(title_en) <= 200),
  body_zh text not null check (length(body_zh) between 1 and 2000),
  body_en text not null default '' check (length(body_en) <= 4000),
  primary key (bureau_id, id),
  foreign key (bureau_id, clause_id) references standards.clause (bureau_id, id),
  foreign key (bureau_id, version_id) references standards.version (bureau_id, id),
  unique (bureau_id, version_id, clause_id),
  unique (bureau_id, version_id, position),
  unique (bureau_id, id, version_id)
);
call kernel.protect('standards.clause_version');

create table standards.checklist_line (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  clause_version_id uuid not null,
  version_id uuid not null,
  position integer not null check (position > 0),
  text_zh text not null check (length(text_zh) between 1 and 200),
  text_en text not null default '' check (length(text_en) <= 400),
  mandatory boolean not null,
  needs_photo boolean not null default false,
  allows_na boolean not null default false,
  -- a reading must lie within: at most 45 (℃), at least 0.5 (MΩ)
  limit_min numeric,
  limit_max numeric,
  limit_unit text check (length(limit_unit) between 1 and 20),
  check (limit_min is null or limit_max is null or limit_min <= limit_max),
  check ((limit_min is null and limit_max is null) = (limit_unit is null)),
  primary key (bureau_id, id),
  -- a line belongs to the version of its clause, by the key itself
  foreign key (bureau_id, clause_version_id, version_id) references standards.clause_version (bureau_id, id, version_id),
  unique (bureau_id, clause_version_id, position),
  unique (bureau_id, id, version_id)
);
call kernel.protect('standards.checklist_line');

-- A version that was issued never changes: people have worked to it.
create function standards.guard_issued() returns trigger language plpgsql as $$
declare
  changed uuid := case when tg_op = 'INSERT' then new.version_id else old.version_id end;
begin
  if (select state from standards.version v
      where v.bureau_id = case when tg_op = 'INSERT' then new.bureau_id else old.bureau_id end
        and v.id = changed) is distinct from 'draft' then
    raise exception 'an issued version does not change' using errcode = '23514', constraint = 'issued_version_is_final';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger guard_issued before insert or update or delete on standards.clause_version
  for each row execute function standards.guard_issued();
create trigger guard_issued before insert or update or delete on standards.checklist_line
  for each row execute function standards.guard_issued();

-- Where a clause is used: a service item, a round; told by those who use it.
create table standards.clause_use (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  clause_id uuid not null,
  subject_type text not null check (length(subject_type) between 3 and 80),
  subject_id uuid not null,
  label_zh text not null check (length(label_zh) between 1 and 200),
  label_en text not null default '',
  href text not null default '',
  primary key (bureau_id, id),
  foreign key (bureau_id, clause_id) references standards.clause (bureau_id, id),
  unique (bureau_id, clause_id, subject_type, subject_id)
);
call kernel.protect('standards.clause_use');
create index clause_use_subject on standards.clause_use (bureau_id, subject_type, subject_id);

-- One subject's checklist as it was carried out.
create table standards.executed_checklist (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  subject_type text not null check (length(subject_type) between 3 and 80),
  subject_id uuid not null,
  subject_label text not null check (length(subject_label) between 1 and 200),
  href text not null default '',
  unit_id uuid,
  site_id uuid,
  first_at timestamptz not null default kernel.now(),
  last_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  foreign key (bureau_id, unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, site_id) references directory.site (bureau_id, id),
  unique (bureau_id, subject_type, subject_id)
);
call kernel.protect('standards.executed_checklist');

create table standards.checklist_result (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  checklist_id uuid not null,
  line_id uuid not null,
  version_id uuid not null,
  result text not null check (result in ('OK', 'NOT_OK', 'NA')),
  reading numeric,
  remark text not null default '' check (length(remark) <= 1000),
  photo_id uuid,
  by_id uuid,
  by_name text not null,
  at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  foreign key (bureau_id, checklist_id) references standards.executed_checklist (bureau_id, id),
  foreign key (bureau_id, line_id, version_id) references standards.checklist_line (bureau_id, id, version_id),
  foreign key (bureau_id, photo_id) references kernel.file (bureau_id, id),
  unique (bureau_id, checklist_id, line_id)
);
call kernel.protect('standards.checklist_result');
create index checklist_result_line on standards.checklist_result (bureau_id, line_id);
create index checklist_result_at on standards.checklist_result (bureau_id, at);
