-- Row security asks for the bureau once per query and table instead of once per row: as a sub-select it is worked out
-- before the first row is read, and still goes into indexes. What is visible is the same.

create or replace procedure kernel.protect(target regclass, append_only boolean default false) language plpgsql as $$
begin
  execute format('alter table %s alter column bureau_id set default kernel.bureau()', target);
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own on %s to houqin_app using (bureau_id = (select kernel.bureau())) with check (bureau_id = kernel.bureau())', target);
  execute format('create policy owner on %s to %I using (true) with check (true)', target, current_user);
  if append_only then
    execute format('grant select, insert on %s to houqin_app', target);
  else
    execute format('grant select, insert, update, delete on %s to houqin_app', target);
  end if;
end $$;

do $$
declare
  protected record;
begin
  for protected in
    select polrelid::regclass as target from pg_policy
    where polname = 'own' and pg_get_expr(polqual, polrelid) = '(bureau_id = kernel.bureau())'
  loop
    execute format('alter policy own on %s using (bureau_id = (select kernel.bureau()))', protected.target);
  end loop;
end $$;
