-- 体例: the parts of a version besides its clauses, and what the check of form found when it was issued.
create table standards.version_part (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  version_id uuid not null,
  -- 范围, 规范性引用文件, 术语和定义, 责任岗位
  part text not null check (part in ('SCOPE', 'REFERENCES', 'TERMS', 'POSTS')),
  body_zh text not null check (length(body_zh) between 1 and 2000),
  body_en text not null default '' check (length(body_en) <= 4000),
  primary key (bureau_id, id),
  foreign key (bureau_id, version_id) references standards.version (bureau_id, id),
  unique (bureau_id, version_id, part)
);
call kernel.protect('standards.version_part');
create trigger guard_issued before insert or update or delete on standards.version_part
  for each row execute function standards.guard_issued();

-- Null for versions that were issued before there was a check.
alter table standards.version add column form_findings jsonb
  check (form_findings is null or jsonb_typeof(form_findings) = 'array');
