-- A first import fills a table that was empty when the planner looked at it. Every check of a foreign key then reads
-- all rows of the bureau, because nothing says that they are many, and the import takes the square of its rows. Only
-- the owner may analyze (before PostgreSQL 17), so it is offered here: to whoever has just doubled a table.
create function kernel.refresh_statistics(targets regclass[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  target regclass;
begin
  foreach target in array targets loop
    if (select pg_relation_size(oid) / current_setting('block_size')::int > 2 * greatest(relpages, 0) + 8
        from pg_class where oid = target) then
      -- Another import that is doing the same keeps its lock to its end: its numbers will do.
      execute format('analyze (skip_locked) %s', target);
    end if;
  end loop;
end $$;
revoke execute on function kernel.refresh_statistics(regclass[]) from public;
grant execute on function kernel.refresh_statistics(regclass[]) to houqin_app;
