import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { orders } from '../module.ts'
import type { OrderRow } from '../schema.ts'
import { findWorker } from './find-worker.ts'
import { firstContact } from './first-contact.ts'
import { giveTurnBack } from './give-turn-back.ts'
import { hopAllowance } from './hop-allowance.ts'
import { lockOrder, type OrderRecord, requireOpen } from './order-record.ts'
import { takeStep } from './take-step.ts'
import { workerHands } from './write-hop.ts'

type Actions = typeof orders.actions

/**
 * Takes an order from one holder to the next: the next has a clock of their own, fair however late it comes; nothing
 * changes in what the requester was promised, nor in who answers for it.
 */
export async function handOver(
  ctx: Ctx,
  order: OrderRecord,
  worker: { id: string; name: string },
  reason: string,
): Promise<OrderRow> {
  if (order.holder_person_id === worker.id) throw new Problem(409, 'orders.same_worker', { path: 'workerId' })
  const hands = workerHands(worker.id)
  await giveTurnBack(ctx, order.id)
  const resumed = order.state === 'PAUSED' ? [{ kind: 'resumed', note: reason }] : []
  return takeStep(ctx, 'transfer', order.id, {
    set: {
      ...firstContact(ctx, order),
      worker_person_id: worker.id,
      dispatcher_person_id: ctx.actor.personId,
      pause_reason: null,
    },
    hands,
    reason,
    note: { worker: worker.name },
    hops: [
      ...resumed,
      { kind: 'transferred', hands, note: reason, allowance_minutes: await hopAllowance(ctx, order) },
    ],
  })
}

/** 转办 */
export async function transferOrder(
  ctx: Ctx,
  input: InputOf<Actions['transferOrder']>,
): Promise<OutputOf<Actions['transferOrder']>> {
  const order = await lockOrder(ctx, input.orderId)
  requireOpen(ctx, order, 'transfer')
  return handOver(ctx, order, await findWorker(ctx, input.workerId), input.reason)
}
