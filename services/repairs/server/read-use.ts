import { sql } from 'kysely'
import { visibleOrders } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { readActions } from '../actions/read-actions.ts'
import type { FaultKind } from '../words.ts'

type Action = (typeof readActions)['readUse']

/** The orders of the scope: those the actor may see, of a unit and those below it when one is named. */
function within(ctx: Ctx, unitId: string | undefined) {
  const unit = unitId ? sql`and o.client_unit_id in (select directory.unit_and_below(${unitId}))` : sql``
  return sql`o.bureau_id = kernel.bureau() and o.line = 'repairs' and o.state not in ('VOIDED', 'MERGED')
    and ${visibleOrders(ctx)} ${unit}`
}

/** How many repairs a unit asked for and what they cost, by kind and by month, and how content it was. */
export async function readUse(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const scope = within(ctx, input.unitId)
  const between = (moment: string) =>
    sql`kernel.local_day(${sql.ref(moment)}) between ${input.from}::date and ${input.to}::date`
  const rows = await sql<{ kind: FaultKind; month: string; count: number; fen: number }>`
    select kind, month, sum(n)::int as count, sum(fen)::bigint as fen from (
      select r.fault_kind as kind, to_char(kernel.local_day(o.created_at), 'YYYY-MM') as month, 1 as n, 0 as fen
      from orders.service_order o join repairs.repair r on r.bureau_id = o.bureau_id and r.order_id = o.id
      where ${scope} and ${between('o.created_at')}
      union all
      select r.fault_kind, to_char(kernel.local_day(c.at), 'YYYY-MM'), 0, c.amount_fen
      from orders.cost c
      join orders.service_order o on o.bureau_id = c.bureau_id and o.id = c.order_id
      join repairs.repair r on r.bureau_id = o.bureau_id and r.order_id = o.id
      where ${scope} and ${between('c.at')}
    ) each_row group by kind, month order by month, kind`.execute(ctx.db)
  const rated = await sql<{ count: number; mean: number | null }>`
    select count(*)::int as count, avg(e.overall)::float8 as mean
    from orders.evaluation e
    join orders.service_order o on o.bureau_id = e.bureau_id and o.id = e.order_id
    where ${scope} and ${between('e.at')}`.execute(ctx.db)
  const items = rows.rows.map(({ kind, month, count, fen }) => ({ kind, month, count, costFen: Number(fen) }))
  return { items, rated: rated.rows[0]?.count ?? 0, satisfaction: rated.rows[0]?.mean ?? null }
}
