-- Finds orders by two-character pieces through the GIN index. Row level security keeps operators that are not
-- leakproof (such as @>) away from indexes, so the search runs as the owner and names the bureau itself; it gives ids
-- only, and whoever joins them still sees no row beyond the own bureau and the own reach.
create function orders.ids_with(pieces text[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select id from orders.service_order where bureau_id = kernel.bureau() and search_grams @> pieces $$;
revoke execute on function orders.ids_with(text[]) from public;
grant execute on function orders.ids_with(text[]) to houqin_app;
