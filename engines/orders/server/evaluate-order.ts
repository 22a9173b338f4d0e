import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { orders } from '../module.ts'
import { answerOrder } from './answer-order.ts'
import { isOwnWork, speaksForRequester } from './order-can.ts'
import { lockOrder, type OrderRecord } from './order-record.ts'
import { itemOfOrder } from './read-promise.ts'

type Actions = typeof orders.actions

/** Who may rate: who asked, who speaks for them, who follows; never who did it. @throws Problem 403 */
async function requireRater(ctx: Ctx, order: OrderRecord): Promise<void> {
  if (isOwnWork(ctx, order)) throw new Problem(403, 'orders.own_work')
  if (speaksForRequester(ctx, order)) return
  const follows = await ctx.db
    .selectFrom('orders.follower')
    .select('id')
    .where('order_id', '=', order.id)
    .where('person_id', '=', ctx.actor.personId)
    .executeTakeFirst()
  if (!follows) throw new Problem(403, 'orders.not_your_request')
}

/** 评价 in the item's dimensions: one per order and person, and one tap is enough. */
export async function evaluateOrder(
  ctx: Ctx,
  input: InputOf<Actions['evaluateOrder']>,
): Promise<OutputOf<Actions['evaluateOrder']>> {
  const order = await lockOrder(ctx, input.orderId)
  if (order.state !== 'FINISHED' && order.state !== 'COMPLETED') throw new Problem(409, 'orders.not_finished')
  await requireRater(ctx, order)
  const item = await itemOfOrder(ctx, order)
  const dimensions = item?.dimensions.map(({ code }) => code) ?? []
  const unknown = Object.keys(input.scores ?? {}).find((code) => !dimensions.includes(code))
  if (unknown)
    throw new Problem(422, 'orders.unknown_dimension', { params: { code: unknown }, path: 'scores' })
  const evaluation = await ctx.db
    .insertInto('orders.evaluation')
    .values({
      order_id: order.id,
      at: ctx.now,
      overall: input.overall,
      comment: input.comment ?? '',
      by_person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!evaluation) throw new Problem(409, 'orders.rated_already')
  const scores = dimensions.map((dimension) => ({
    evaluation_id: evaluation.id,
    dimension,
    score: input.scores?.[dimension] ?? input.overall,
  }))
  if (scores.length > 0) await ctx.db.insertInto('orders.evaluation_score').values(scores).execute()
  await writeOverall(ctx, order.id)
  await ctx.emit({
    type: 'orders.evaluated',
    subjectType: 'orders.service_order',
    subjectId: order.id,
    after: { overall: input.overall, scores: input.scores ?? {}, comment: input.comment ?? '' },
  })
  return answerOrder(ctx, order.id)
}

/** What lists show: the mean of all who rated it, to the whole star. */
async function writeOverall(ctx: Ctx, orderId: string): Promise<void> {
  const { mean } = await ctx.db
    .selectFrom('orders.evaluation')
    .select((row) => row.fn.avg<number>('overall').as('mean'))
    .where('order_id', '=', orderId)
    .executeTakeFirstOrThrow()
  await ctx.db
    .updateTable('orders.service_order')
    .set({ overall_rating: Math.round(mean) })
    .where('id', '=', orderId)
    .execute()
}
