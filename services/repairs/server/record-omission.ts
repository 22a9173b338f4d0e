import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { workActions } from '../actions/work-actions.ts'
import { emitFor, findRepair } from './find-repair.ts'
import { readOrderChecklist } from './order-checklist.ts'

type Action = (typeof workActions)['recordOmission']

/**
 * Something left out, found after the work was finished by whoever may see the order: the user, the desk, the worker.
 * @throws Problem 409 `repairs.omission_unfinished` while the work goes on; 422 for a line that is not on the checklist
 */
export async function recordOmission(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const { order } = await findRepair(ctx, input.orderId)
  if (order.state !== 'FINISHED' && order.state !== 'COMPLETED')
    throw new Problem(409, 'repairs.omission_unfinished')
  const lineId = input.lineId ?? null
  if (lineId) {
    const lines = await readOrderChecklist(ctx, order)
    if (!lines.some(({ line }) => line.id === lineId))
      throw new Problem(422, 'standards.unknown_line', { path: 'lineId' })
  }
  const { id } = await ctx.db
    .insertInto('repairs.omission')
    .values({
      order_id: order.id,
      line_id: lineId,
      what: input.what,
      found_at: ctx.now,
      found_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await emitFor(ctx, order.id, 'repairs.omission_recorded', { after: { lineId, what: input.what } })
  return { id }
}
