-- What a subject's checklist asks for, so that what nobody answered counts as well.
create table standards.expected_line (
  bureau_id uuid not null references kernel.bureau (id),
  checklist_id uuid not null,
  line_id uuid not null,
  version_id uuid not null,
  primary key (bureau_id, checklist_id, line_id),
  foreign key (bureau_id, checklist_id) references standards.executed_checklist (bureau_id, id),
  foreign key (bureau_id, line_id, version_id) references standards.checklist_line (bureau_id, id, version_id)
);
call kernel.protect('standards.expected_line');
create index expected_line_line on standards.expected_line (bureau_id, line_id);

-- The period it counts for: when the work was to be done; when absent, when the checklist was opened.
alter table standards.executed_checklist add column due_at timestamptz;
create index executed_checklist_due on standards.executed_checklist (bureau_id, subject_type, (coalesce(due_at, first_at)));
