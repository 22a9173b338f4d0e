import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { orders } from '../module.ts'
import type { OrderRow } from '../schema.ts'
import { findWorker } from './find-worker.ts'
import { firstContact } from './first-contact.ts'
import { hopAllowance } from './hop-allowance.ts'
import { lockOrder, type OrderRecord, requireOpen } from './order-record.ts'
import { settleOffers } from './settle-offers.ts'
import { takeStep } from './take-step.ts'
import { workerHands } from './write-hop.ts'

type Actions = typeof orders.actions

/** Puts an order that nobody is at work on into a worker's hands. */
export async function giveTo(
  ctx: Ctx,
  order: OrderRecord,
  worker: { id: string; name: string },
  note: string,
): Promise<OrderRow> {
  const hands = workerHands(worker.id)
  await settleOffers(ctx, order.id, null)
  return takeStep(ctx, 'assign', order.id, {
    set: {
      ...firstContact(ctx, order),
      worker_person_id: worker.id,
      dispatcher_person_id: ctx.actor.personId,
    },
    hands,
    note: { worker: worker.name, note },
    hops: [
      {
        kind: 'assigned',
        hands,
        responds: 'human',
        note,
        allowance_minutes: await hopAllowance(ctx, order),
      },
    ],
  })
}

/** 派单 to one person. @throws Problem 404, 409 wrong state, 422 unknown worker */
export async function assignOrder(
  ctx: Ctx,
  input: InputOf<Actions['assignOrder']>,
): Promise<OutputOf<Actions['assignOrder']>> {
  const order = await lockOrder(ctx, input.orderId)
  requireOpen(ctx, order, 'assign')
  return giveTo(ctx, order, await findWorker(ctx, input.workerId), input.note ?? '')
}
