import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { orders } from '../module.ts'
import { firstContact } from './first-contact.ts'
import { giveTurnBack } from './give-turn-back.ts'
import { lockOrder, type OrderRecord, requireOpen } from './order-record.ts'
import { settleOffers } from './settle-offers.ts'
import { takeStep } from './take-step.ts'
import { nobody } from './write-hop.ts'

type Actions = typeof orders.actions

const ended = ['COMPLETED', 'VOIDED', 'MERGED']

/** The two orders, locked in the same order whoever merges which, so that two merges never block each other. */
async function lockBoth(ctx: Ctx, orderId: string, intoOrderId: string) {
  if (orderId === intoOrderId) throw new Problem(409, 'orders.merge_target', { path: 'intoOrderId' })
  const [first, second] = [orderId, intoOrderId].sort()
  const locked = new Map<string, OrderRecord>()
  for (const id of [first!, second!]) locked.set(id, await lockOrder(ctx, id))
  return { order: locked.get(orderId)!, target: locked.get(intoOrderId)! }
}

/** Whoever asked, or followed by an earlier merge, follows the main order from now on. */
async function bringFollowers(ctx: Ctx, order: OrderRecord, targetId: string): Promise<void> {
  const earlier = await ctx.db
    .selectFrom('orders.follower')
    .select('person_id')
    .where('order_id', '=', order.id)
    .execute()
  const people = new Set(earlier.map(({ person_id }) => person_id))
  if (order.requester_person_id) people.add(order.requester_person_id)
  if (people.size === 0) return
  await ctx.db
    .insertInto('orders.follower')
    .values(
      [...people].map((personId) => ({
        order_id: targetId,
        person_id: personId,
        via_order_id: order.id,
        at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['bureau_id', 'order_id', 'person_id']).doNothing())
    .execute()
}

/** 合并: the same thing reported twice is done once; everybody who reported it follows the main order. */
export async function mergeOrder(
  ctx: Ctx,
  input: InputOf<Actions['mergeOrder']>,
): Promise<OutputOf<Actions['mergeOrder']>> {
  const { order, target } = await lockBoth(ctx, input.orderId, input.intoOrderId)
  requireOpen(ctx, order, 'merge')
  if (target.line !== order.line || ended.includes(target.state) || target.restricted !== order.restricted)
    throw new Problem(409, 'orders.merge_target', { path: 'intoOrderId' })
  await settleOffers(ctx, order.id, null)
  await giveTurnBack(ctx, order.id)
  await bringFollowers(ctx, order, target.id)
  return takeStep(ctx, 'merge', order.id, {
    set: {
      ...firstContact(ctx, order),
      merged_into_id: target.id,
      closing_result: 'MERGED',
      closing_note: input.note ?? '',
      completed_at: ctx.now,
    },
    hands: nobody,
    reason: input.note ?? '',
    note: { into: target.number },
    hops: [{ kind: 'withdrawn', note: target.number }],
  })
}
