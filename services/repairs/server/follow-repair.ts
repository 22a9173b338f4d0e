import { followOrder } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { reportActions } from '../actions/report-actions.ts'

type Action = (typeof reportActions)['followRepair']

/**
 * 一起跟进: instead of reporting the same fault again, see how far it is, remind and rate. Whatever
 * `suggestDuplicates` shows may be followed, whoever reported it.
 * @throws Problem 404 for what is restricted or no repair, 409 for what has ended
 */
export async function followRepair(ctx: Ctx, { orderId }: InputOf<Action>): Promise<OutputOf<Action>> {
  const repair = await ctx.db
    .selectFrom('repairs.repair')
    .select('order_id')
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  if (!repair) throw new Problem(404, 'kernel.not_found')
  await followOrder(ctx, orderId)
  return done
}
