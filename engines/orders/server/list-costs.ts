import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { orders } from '../module.ts'
import type { Cost as CostSchema } from '../schema.ts'
import { readOrderRecord } from './order-record.ts'

type Actions = typeof orders.actions
type Cost = Static<typeof CostSchema>

/** The entries of an order, oldest first; `corrected` are those that a later entry cancels. */
export async function readCosts(ctx: Ctx, orderId: string): Promise<Cost[]> {
  const rows = await ctx.db
    .selectFrom('orders.cost as c')
    .selectAll('c')
    .select(
      sql<boolean>`exists (select from orders.cost d where d.bureau_id = c.bureau_id and d.corrects_id = c.id)`.as(
        'corrected',
      ),
    )
    .where('c.order_id', '=', orderId)
    .orderBy('c.at')
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind as Cost['kind'],
    title: row.title,
    quantity: row.quantity,
    unit: row.unit,
    unitPriceFen: row.unit_price_fen,
    amountFen: row.amount_fen,
    correctsId: row.corrects_id,
    corrected: row.corrected,
    reason: row.reason,
    byName: row.by_name,
  }))
}

export async function listCosts(
  ctx: Ctx,
  input: InputOf<Actions['listCosts']>,
): Promise<OutputOf<Actions['listCosts']>> {
  const order = await readOrderRecord(ctx, input.orderId)
  return { items: await readCosts(ctx, input.orderId), totalFen: order.cost_fen }
}
