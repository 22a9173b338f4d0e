import { localDayOf } from '#engines/calendar/local-day.ts'
import { addCost } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { majorActions } from '../actions/major-actions.ts'
import { majorStates } from '../states.ts'
import { lockWork, requireWorkState } from './find-work.ts'

type Actions = typeof majorActions

/** 开工: the chosen contractor begins. @throws Problem 422 for days in the wrong order */
export async function startWorks(
  ctx: Ctx,
  input: InputOf<Actions['startWorks']>,
): Promise<OutputOf<Actions['startWorks']>> {
  const { work } = await lockWork(ctx, input.orderId)
  requireWorkState(ctx, work, ['CHOSEN'], majorActions.startWorks.summary)
  const startedOn = input.startedOn ?? localDayOf(ctx.now)
  if (input.plannedTo < startedOn) throw new Problem(422, 'repairs.works_reversed', { path: 'plannedTo' })
  await ctx.move(majorStates, 'start', work.id, {
    set: { started_on: startedOn, planned_to: input.plannedTo },
  })
  return done
}

/**
 * 施工完成, of the works or of a rework. The chosen quote becomes a cost of the order the first time.
 * @throws Problem 422 for a day before the start or after today
 */
export async function finishWorks(
  ctx: Ctx,
  input: InputOf<Actions['finishWorks']>,
): Promise<OutputOf<Actions['finishWorks']>> {
  const { work } = await lockWork(ctx, input.orderId)
  requireWorkState(ctx, work, ['WORKS', 'REWORK'], majorActions.finishWorks.summary)
  const finishedOn = input.finishedOn ?? localDayOf(ctx.now)
  if (finishedOn > localDayOf(ctx.now))
    throw new Problem(422, 'repairs.in_the_future', { path: 'finishedOn' })
  if (finishedOn < work.started_on!) throw new Problem(422, 'repairs.works_reversed', { path: 'finishedOn' })
  await ctx.move(majorStates, 'finish', work.id, { set: { finished_on: finishedOn }, reason: input.note })
  if (work.state === 'WORKS') await chargeQuote(ctx, work.id, work.chosen_quote_id!)
  return done
}

async function chargeQuote(ctx: Ctx, orderId: string, quoteId: string): Promise<void> {
  const quote = await ctx.db
    .selectFrom('repairs.quote')
    .select(['contractor', 'amount_fen'])
    .where('id', '=', quoteId)
    .executeTakeFirstOrThrow()
  if (quote.amount_fen === 0) return
  await addCost(ctx, orderId, {
    kind: 'OUTSOURCED',
    title: quote.contractor,
    quantity: 1,
    unit: '项',
    unitPriceFen: quote.amount_fen,
  })
}
