import type { Ctx } from '#kernel/context.ts'
import type { OrderRow } from '../schema.ts'
import type { closingResults } from '../words.ts'
import { deedTime } from './deed-time.ts'
import { requireHands } from './order-can.ts'
import { lockOrder, requireOpen } from './order-record.ts'
import { takeStep } from './take-step.ts'
import { notBefore, requesterHands } from './write-hop.ts'

export interface WorkResult {
  result: Extract<keyof typeof closingResults, 'RESOLVED' | 'PARTLY_RESOLVED' | 'NOT_NEEDED' | 'NOT_POSSIBLE'>
  note: string
}

/**
 * 完工: the work ends with a result and goes to the requester for confirmation. Called by the service line after
 * its own checks. @throws Problem 404, 409 wrong state, 403 not in the actor's hands
 */
export async function finishOrder(ctx: Ctx, orderId: string, work: WorkResult): Promise<OrderRow> {
  const order = await lockOrder(ctx, orderId)
  requireOpen(ctx, order, 'finish')
  await requireHands(ctx, order)
  const hands = requesterHands(order.requester_person_id)
  const deed = await deedTime(ctx, orderId)
  return takeStep(ctx, 'finish', orderId, {
    deed,
    set: {
      closing_result: work.result,
      closing_note: work.note,
      finished_at: deed.arrivedAt ? deed.at : notBefore(ctx, order.created_at),
      worker_person_id: order.worker_person_id ?? ctx.actor.personId,
    },
    hands,
    hops: [{ kind: 'finished', hands, responds: 'human', note: work.note }],
  })
}
