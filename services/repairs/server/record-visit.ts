import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { workActions } from '../actions/work-actions.ts'
import { emitFor, lockForWork } from './find-repair.ts'

type Action = (typeof workActions)['recordVisit']

/**
 * 上门服务: who came when, met whom, found and did what. Kept for good; a second visit is a second record.
 * @throws Problem 422 for a visit that ends before it begins or has not begun
 */
export async function recordVisit(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  await lockForWork(ctx, input.orderId)
  const arrivedAt = input.arrivedAt ? new Date(input.arrivedAt) : ctx.now
  const leftAt = input.leftAt ? new Date(input.leftAt) : null
  if (arrivedAt > ctx.now) throw new Problem(422, 'repairs.in_the_future', { path: 'arrivedAt' })
  if (leftAt && leftAt > ctx.now) throw new Problem(422, 'repairs.in_the_future', { path: 'leftAt' })
  if (leftAt && leftAt < arrivedAt) throw new Problem(422, 'repairs.leave_before_arrival', { path: 'leftAt' })
  const { id } = await ctx.db
    .insertInto('repairs.visit')
    .values({
      order_id: input.orderId,
      by_person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
      arrived_at: arrivedAt,
      left_at: leftAt,
      met_name: input.metName ?? '',
      found: input.found,
      done: input.done ?? '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await emitFor(ctx, input.orderId, 'repairs.visited', {
    after: { arrivedAt, leftAt, metName: input.metName, found: input.found },
  })
  return { id }
}
