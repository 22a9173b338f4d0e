import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { majorActions } from '../actions/major-actions.ts'
import { majorStates } from '../states.ts'
import { fewestSurveys } from '../words.ts'
import { lockWork, requireWorkState } from './find-work.ts'

type Action = (typeof majorActions)['chooseContractor']

/** Why the lowest was taken, when nobody says more. */
const lowestReason = { zh: '最低报价', en: 'Lowest quote' }

/**
 * Appoints one of the contractors that quoted; any but the lowest needs its reason, which stays on record.
 * @throws Problem 404; 409 `repairs.too_few_quotes`; 422 `repairs.unknown_quote`, `repairs.choice_needs_reason`
 */
export async function chooseContractor(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const { work } = await lockWork(ctx, input.orderId)
  requireWorkState(ctx, work, ['QUOTED'], majorActions.chooseContractor.summary)
  const quotes = await ctx.db
    .selectFrom('repairs.quote')
    .select(['id', 'contractor', 'amount_fen'])
    .where('work_id', '=', work.id)
    .execute()
  const chosen = quotes.find(({ id }) => id === input.quoteId)
  if (!chosen) throw new Problem(422, 'repairs.unknown_quote', { path: 'quoteId' })
  if (quotes.length < fewestSurveys) {
    throw new Problem(409, 'repairs.too_few_quotes', {
      params: { fewest: fewestSurveys, count: quotes.length },
    })
  }
  const lowest = Math.min(...quotes.map((quote) => quote.amount_fen))
  const reason = input.reason?.trim()
  if (!reason && chosen.amount_fen > lowest)
    throw new Problem(422, 'repairs.choice_needs_reason', { path: 'reason' })
  await ctx.move(majorStates, 'choose', work.id, {
    set: { chosen_quote_id: chosen.id, choice_reason: reason || lowestReason.zh },
    reason: reason || ctx.say(lowestReason),
    note: { contractor: chosen.contractor, amountFen: chosen.amount_fen },
  })
  return done
}
