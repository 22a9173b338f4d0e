import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { majorActions } from '../actions/major-actions.ts'
import { emitFor } from './find-repair.ts'
import { lockWork, requireWorkState } from './find-work.ts'

type Action = (typeof majorActions)['surveyWork']

/** 现场勘查: one contractor has looked at the place. @throws Problem 409 `repairs.surveyed_before`, wrong state */
export async function surveyWork(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const { work } = await lockWork(ctx, input.orderId)
  requireWorkState(ctx, work, ['SURVEY', 'QUOTED'], majorActions.surveyWork.summary)
  const contractor = input.contractor.trim()
  const surveyedAt = input.surveyedAt ? new Date(input.surveyedAt) : ctx.now
  if (surveyedAt > ctx.now) throw new Problem(422, 'repairs.in_the_future', { path: 'surveyedAt' })
  const survey = await ctx.db
    .insertInto('repairs.survey')
    .values({
      work_id: work.id,
      contractor,
      surveyed_at: surveyedAt,
      findings: input.findings,
      by_name: ctx.actor.name,
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'work_id', 'contractor']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!survey)
    throw new Problem(409, 'repairs.surveyed_before', { params: { contractor }, path: 'contractor' })
  await emitFor(ctx, work.id, 'repairs.surveyed', { after: { contractor, findings: input.findings } })
  return survey
}
