import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { repeatDays } from '../words.ts'

/**
 * Finds for many repairs at once which earlier fault each repeats: the latest of the same kind at the same spot in
 * the 30 days before, as `findRepeats` does for one. For sheets, whose lines come in any order.
 */
export async function linkRepeats(ctx: Ctx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return
  await sql`
    update repairs.repair r set repeat_of_id = found.earlier_id
    from (
      select o.id, e.id as earlier_id
      from orders.service_order o
      join repairs.repair mine on mine.bureau_id = o.bureau_id and mine.order_id = o.id
      left join lateral (
        select b.id from orders.service_order b
        join repairs.repair other on other.bureau_id = b.bureau_id and other.order_id = b.id
        where b.bureau_id = o.bureau_id and b.site_id = o.site_id and b.id <> o.id
          and b.room_id is not distinct from o.room_id
          and (o.room_id is not null or btrim(b.place_text) = btrim(o.place_text))
          and other.fault_kind = mine.fault_kind and b.state not in ('VOIDED', 'MERGED')
          and b.created_at < o.created_at
          and b.created_at >= o.created_at - make_interval(days => ${repeatDays})
        order by b.created_at desc, b.id desc limit 1
      ) e on true
      where o.bureau_id = kernel.bureau() and o.id = any(${[...orderIds]}::uuid[])
        and o.state not in ('VOIDED', 'MERGED')
    ) found
    where r.bureau_id = kernel.bureau() and r.order_id = found.id
      and r.repeat_of_id is distinct from found.earlier_id`.execute(ctx.db)
}
