import { type Selectable, sql } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { type OrderTransition, orderStates } from '../states.ts'
import { visibleOrders } from './policy.ts'

/** The order as its table has it. */
export type OrderRecord = Selectable<DB['orders.service_order']>

/** The order, if the actor may see it. @throws Problem 404 */
export async function readOrderRecord(ctx: Ctx, orderId: string): Promise<OrderRecord> {
  const record = await ctx.db
    .selectFrom('orders.service_order as o')
    .selectAll('o')
    .where('o.id', '=', orderId)
    .where(visibleOrders(ctx))
    .executeTakeFirst()
  if (!record) throw new Problem(404, 'kernel.not_found')
  return record
}

/** The order, locked until the end of the transaction, so that two people at once come one after the other. @throws Problem 404 */
export async function lockOrder(ctx: Ctx, orderId: string): Promise<OrderRecord> {
  await waitForOrder(ctx, orderId)
  return readOrderRecord(ctx, orderId)
}

/** Locks the order, whoever may see it, and answers nothing about it. */
export async function waitForOrder(ctx: Ctx, orderId: string): Promise<void> {
  await sql`select from orders.service_order where bureau_id = kernel.bureau() and id = ${orderId} for update`.execute(
    ctx.db,
  )
}

/** Says no before anything else is asked when the step does not lead out of this state. @throws Problem 409 */
export function requireOpen(ctx: Ctx, record: OrderRecord, transition: OrderTransition): void {
  const { from, title } = orderStates.transitions[transition]
  if ((from as readonly string[]).includes(record.state)) return
  const state = orderStates.states[record.state as keyof typeof orderStates.states]
  throw new Problem(409, 'kernel.wrong_state', {
    params: { state: ctx.say(state.title), step: ctx.say(title) },
  })
}
