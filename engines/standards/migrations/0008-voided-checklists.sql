-- A checklist whose subject was voided (作废) leaves every figure; what was answered stays to be read.
alter table standards.executed_checklist
  add column voided_at timestamptz,
  add column void_reason text check (length(void_reason) between 1 and 500),
  add check ((voided_at is null) = (void_reason is null));

-- By the statement, so that a year of answers written at once costs one look.
create function standards.guard_voided() returns trigger language plpgsql as $$
begin
  if exists (select from answered a join standards.executed_checklist e
      on e.bureau_id = a.bureau_id and e.id = a.checklist_id where e.voided_at is not null) then
    raise exception 'a voided checklist takes no answers' using errcode = '23514', constraint = 'voided_checklist_is_final';
  end if;
  return null;
end $$;
create trigger guard_voided_insert after insert on standards.checklist_result
  referencing new table as answered for each statement execute function standards.guard_voided();
create trigger guard_voided_update after update on standards.checklist_result
  referencing new table as answered for each statement execute function standards.guard_voided();
