import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/**
 * 一起跟进: somebody who met the same thing follows another's order, sees how it stands and may rate it; nobody
 * reports it twice. Following again changes nothing. A restricted order is followed by nobody. The caller has
 * made sure that the order is one that can be followed here.
 * @throws Problem 422 `orders.no_person` for an account without a person, 404 for a restricted order
 */
export async function followOrder(ctx: Ctx, orderId: string): Promise<void> {
  const me = ctx.actor.personId
  if (!me) throw new Problem(422, 'orders.no_person')
  const order = await ctx.db
    .selectFrom('orders.service_order')
    .select(['restricted', 'requester_person_id', 'state'])
    .where('id', '=', orderId)
    // Whoever merges it in this moment takes all who follow along, or it is merged by now.
    .forKeyShare()
    .executeTakeFirst()
  if (!order || order.restricted) throw new Problem(404, 'kernel.not_found')
  if (['VOIDED', 'MERGED', 'COMPLETED'].includes(order.state)) throw new Problem(409, 'orders.ended')
  if (order.requester_person_id === me) return
  const followed = await ctx.db
    .insertInto('orders.follower')
    .values({ order_id: orderId, person_id: me, at: ctx.now })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'order_id', 'person_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!followed) return
  await ctx.emit({
    type: 'orders.followed',
    subjectType: 'orders.service_order',
    subjectId: orderId,
    after: { personId: me },
  })
}
