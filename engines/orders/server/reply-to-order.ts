import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { orders } from '../module.ts'
import { answerOrder } from './answer-order.ts'
import { firstContact } from './first-contact.ts'
import { requireHands } from './order-can.ts'
import { lockOrder } from './order-record.ts'
import { refreshClocks } from './refresh-clocks.ts'
import { writeHop } from './write-hop.ts'

type Actions = typeof orders.actions

const ended = ['FINISHED', 'COMPLETED', 'VOIDED', 'MERGED']

/** A person of the centre answers the requester: that is a response. */
export async function replyToOrder(
  ctx: Ctx,
  input: InputOf<Actions['replyToOrder']>,
): Promise<OutputOf<Actions['replyToOrder']>> {
  const order = await lockOrder(ctx, input.orderId)
  if (ended.includes(order.state)) throw new Problem(409, 'orders.ended')
  await requireHands(ctx, order)
  const owner = firstContact(ctx, order)
  if ('first_contact_at' in owner)
    await ctx.db.updateTable('orders.service_order').set(owner).where('id', '=', order.id).execute()
  await writeHop(ctx, order.id, { kind: 'replied', responds: 'human', note: input.message })
  await ctx.emit({
    type: 'orders.replied',
    subjectType: 'orders.service_order',
    subjectId: order.id,
    after: { message: input.message, ...owner },
  })
  await refreshClocks(ctx, order.id)
  return answerOrder(ctx, order.id)
}

/** What the system says by itself, such as 已收到: kept in the ledger, but no response to anybody. */
export async function replyByMachine(ctx: Ctx, orderId: string, message: string): Promise<void> {
  await writeHop(ctx, orderId, { kind: 'replied', responds: 'machine', note: message })
  await ctx.emit({
    type: 'orders.auto_replied',
    subjectType: 'orders.service_order',
    subjectId: orderId,
    after: { message },
  })
  await refreshClocks(ctx, orderId)
}
