-- 借鉴和引进: what a standard or one of its clauses was taken from. It holds for every later version as well, until a
-- version removes it with a reason.
create table standards.borrowing (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  document_id uuid not null,
  -- null when the whole standard was borrowed
  clause_id uuid,
  from_version_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  number text not null default '' check (length(number) <= 60),
  article text not null default '' check (length(article) <= 60),
  organisation text not null check (length(organisation) between 1 and 100),
  borrowed_on date not null,
  -- how it was fitted to this house
  adaptation text not null check (length(adaptation) between 1 and 1000),
  removed_version_id uuid,
  removal_reason text check (length(removal_reason) between 1 and 1000),
  primary key (bureau_id, id),
  foreign key (bureau_id, document_id) references standards.document (bureau_id, id),
  foreign key (bureau_id, clause_id) references standards.clause (bureau_id, id),
  foreign key (bureau_id, from_version_id) references standards.version (bureau_id, id),
  foreign key (bureau_id, removed_version_id) references standards.version (bureau_id, id),
  check ((removed_version_id is null) = (removal_reason is null)),
  check (removed_version_id is distinct from from_version_id)
);
call kernel.protect('standards.borrowing');
create index borrowing_document on standards.borrowing (bureau_id, document_id);

-- What an issued version says of its sources is final, as its wording is; a draft may only say that one is removed.
create function standards.guard_borrowing() returns trigger language plpgsql as $$
declare
  is_draft boolean := (select state = 'draft' from standards.version v
    where v.bureau_id = case when tg_op = 'INSERT' then new.bureau_id else old.bureau_id end
      and v.id = case when tg_op = 'INSERT' then new.from_version_id else old.from_version_id end);
begin
  if not is_draft and (tg_op <> 'UPDATE'
    or (to_jsonb(new) - 'removed_version_id' - 'removal_reason') <> (to_jsonb(old) - 'removed_version_id' - 'removal_reason')
    or not (select coalesce(bool_and(v.state = 'draft'), true) from standards.version v
      where v.bureau_id = old.bureau_id and v.id in (old.removed_version_id, new.removed_version_id))) then
    raise exception 'an issued version does not change' using errcode = '23514', constraint = 'issued_version_is_final';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger guard_borrowing before insert or update or delete on standards.borrowing
  for each row execute function standards.guard_borrowing();
