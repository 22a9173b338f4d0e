import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { orders } from '../module.ts'
import { orderStates } from '../states.ts'
import { giveTo } from './assign-order.ts'
import { candidatesFor } from './list-candidates.ts'
import { lockOrder, requireOpen } from './order-record.ts'
import { handOver } from './transfer-order.ts'

type Actions = typeof orders.actions

/**
 * 轮询派单: to the next by skill, load and duty. Never to somebody absent or full, nor to one who returned this very
 * order. Two dispatchers at once take turns here, so that nobody gets two in a row.
 * @throws Problem 409 `orders.nobody_capable`
 */
export async function assignByTurn(
  ctx: Ctx,
  input: InputOf<Actions['assignByTurn']>,
): Promise<OutputOf<Actions['assignByTurn']>> {
  const order = await lockOrder(ctx, input.orderId)
  const again = (orderStates.transitions.transfer.from as readonly string[]).includes(order.state)
  requireOpen(ctx, order, again ? 'transfer' : 'assign')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.bureauId}:turn`}, 11))`.execute(ctx.db)
  const next = (await candidatesFor(ctx, order)).find((one) => one.next)
  if (!next) throw new Problem(409, 'orders.nobody_capable')
  const worker = { id: next.personId, name: next.name }
  const note = input.note ?? ''
  const answer = again ? await handOver(ctx, order, worker, note) : await giveTo(ctx, order, worker, note)
  await ctx.db
    .insertInto('orders.turn')
    .values({ order_id: order.id, person_id: worker.id, at: ctx.now })
    .execute()
  return answer
}
