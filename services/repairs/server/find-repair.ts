import type { Selectable } from 'kysely'
import { lockOrder, type OrderRecord, readOrderRecord } from '#engines/orders/server/api.ts'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

export interface FoundRepair {
  order: OrderRecord
  repair: Selectable<DB['repairs.repair']>
}

async function withRepair(ctx: Ctx, order: OrderRecord): Promise<FoundRepair> {
  const repair = await ctx.db
    .selectFrom('repairs.repair')
    .selectAll()
    .where('order_id', '=', order.id)
    .executeTakeFirst()
  // An order of another service line has no repair: it is no repair's business.
  if (!repair) throw new Problem(404, 'kernel.not_found')
  return { order, repair }
}

/** The repair, if the actor may see its order. @throws Problem 404 */
export async function findRepair(ctx: Ctx, orderId: string): Promise<FoundRepair> {
  return withRepair(ctx, await readOrderRecord(ctx, orderId))
}

/** The repair, its order locked until the end of the transaction. @throws Problem 404 */
export async function lockRepair(ctx: Ctx, orderId: string): Promise<FoundRepair> {
  return withRepair(ctx, await lockOrder(ctx, orderId))
}

const ended = ['COMPLETED', 'VOIDED', 'MERGED']
const underWay = ['TAKEN', 'IN_PROGRESS', 'PAUSED']

/** @throws Problem 403 `repairs.not_yours`: only who carries it out, or the desk, writes down the work */
export function requireHands(ctx: Ctx, { order }: FoundRepair): void {
  if (ctx.has('orders.dispatch')) return
  if (ctx.actor.personId === null || order.worker_person_id !== ctx.actor.personId)
    throw new Problem(403, 'repairs.not_yours')
}

/**
 * The repair for writing down what is done on it: in the actor's hands, and taken but not finished.
 * @throws Problem 404, 403 `repairs.not_yours`, 409 `repairs.not_started`, `repairs.work_over`
 */
export async function lockForWork(ctx: Ctx, orderId: string): Promise<FoundRepair> {
  const found = await lockRepair(ctx, orderId)
  requireHands(ctx, found)
  const { state } = found.order
  if (ended.includes(state) || state === 'FINISHED') throw new Problem(409, 'repairs.work_over')
  if (!underWay.includes(state)) throw new Problem(409, 'repairs.not_started')
  return found
}

/** The repair for what may also come before or after the work itself, until the order has ended. @throws Problem as above */
export async function lockUntilEnded(ctx: Ctx, orderId: string): Promise<FoundRepair> {
  const found = await lockRepair(ctx, orderId)
  requireHands(ctx, found)
  if (ended.includes(found.order.state)) throw new Problem(409, 'repairs.work_over')
  return found
}

/** What is written about a repair goes into the history of its order. */
export function emitFor(
  ctx: Ctx,
  orderId: string,
  type: string,
  change: { before?: unknown; after?: unknown; reason?: string } = {},
): Promise<string> {
  return ctx.emit({ type, subjectType: 'orders.service_order', subjectId: orderId, ...change })
}
