-- An import that was undone leaves its pages behind, and the database then counts no rows on many pages: the next import
-- met a table that had not doubled but was believed to be empty, and took the square of its rows again.
create or replace function kernel.refresh_statistics(targets regclass[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  target regclass;
begin
  foreach target in array targets loop
    if (select pg_relation_size(oid) / current_setting('block_size')::int > 2 * greatest(relpages, 0) + 8
          or (relpages > 8 and reltuples < relpages)
        from pg_class where oid = target) then
      -- Another import that is doing the same keeps its lock to its end: its numbers will do.
      execute format('analyze (skip_locked) %s', target);
    end if;
  end loop;
end $$;
