import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { majorActions } from '../actions/major-actions.ts'
import { majorStates } from '../states.ts'
import { fewestSurveys } from '../words.ts'
import { emitFor } from './find-repair.ts'
import { lockWork, requireWorkState } from './find-work.ts'

type Action = (typeof majorActions)['addQuote']

/**
 * A contractor's price in fen. The first one ends the survey, which several contractors must have made by then.
 * @throws Problem 422 `repairs.not_surveyed`; 409 `repairs.too_few_surveys`, `repairs.quoted_before`, wrong state
 */
export async function addQuote(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const { work } = await lockWork(ctx, input.orderId)
  requireWorkState(ctx, work, ['SURVEY', 'QUOTED'], majorActions.addQuote.summary)
  const contractor = input.contractor.trim()
  const surveys = await ctx.db
    .selectFrom('repairs.survey')
    .select('contractor')
    .where('work_id', '=', work.id)
    .execute()
  if (!surveys.some((one) => one.contractor === contractor))
    throw new Problem(422, 'repairs.not_surveyed', { params: { contractor }, path: 'contractor' })
  if (surveys.length < fewestSurveys) {
    throw new Problem(409, 'repairs.too_few_surveys', {
      params: { fewest: fewestSurveys, count: surveys.length },
    })
  }
  const quote = await ctx.db
    .insertInto('repairs.quote')
    .values({
      work_id: work.id,
      contractor,
      amount_fen: input.amountFen,
      content: input.content ?? '',
      quoted_at: ctx.now,
      by_name: ctx.actor.name,
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'work_id', 'contractor']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!quote) throw new Problem(409, 'repairs.quoted_before', { params: { contractor }, path: 'contractor' })
  if (work.state === 'SURVEY') await ctx.move(majorStates, 'quote', work.id)
  await emitFor(ctx, work.id, 'repairs.quote_added', { after: { contractor, amountFen: input.amountFen } })
  return quote
}
