import { deedTime } from '#engines/orders/server/api.ts'
import { recordChecklist as recordLines, scoreChecklist } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { workActions } from '../actions/work-actions.ts'
import { lockForWork } from './find-repair.ts'
import { readOrderChecklist, subjectOf } from './order-checklist.ts'

type Action = (typeof workActions)['recordChecklist']

/**
 * 细做: answers lines of the repair's own checklist, at the version its order was taken under.
 * @throws Problem 422 for a line that is not on this checklist, and what the standards engine refuses
 */
export async function recordChecklist(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const found = await lockForWork(ctx, input.orderId)
  const own = await readOrderChecklist(ctx, found.order)
  const ids = new Set(own.map(({ line }) => line.id))
  const stray = input.answers.findIndex(({ lineId }) => !ids.has(lineId))
  if (stray >= 0) throw new Problem(422, 'standards.unknown_line', { path: `answers.${stray}` })
  const { at } = await deedTime(ctx, input.orderId)
  await recordLines(ctx, subjectOf(found.order), input.answers, at)
  const lines = await readOrderChecklist(ctx, found.order)
  return {
    score: scoreChecklist(
      lines.map(({ line, executed }) => ({ mandatory: line.mandatory, result: executed?.result ?? null })),
    ),
  }
}
