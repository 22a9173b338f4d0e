import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { orders } from '../module.ts'
import { firstContact } from './first-contact.ts'
import { lockOrder, requireOpen } from './order-record.ts'
import { takeStep } from './take-step.ts'

type Actions = typeof orders.actions

/** 受理: somebody of the desk answers for the request from now to its end, and so has answered the requester. */
export async function takeOn(
  ctx: Ctx,
  input: InputOf<Actions['takeOn']>,
): Promise<OutputOf<Actions['takeOn']>> {
  const order = await lockOrder(ctx, input.orderId)
  requireOpen(ctx, order, 'takeOn')
  return takeStep(ctx, 'takeOn', order.id, {
    set: firstContact(ctx, order),
    hops: [{ kind: 'replied', responds: 'human', note: input.note ?? '' }],
  })
}
