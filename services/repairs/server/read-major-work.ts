import type { Ctx } from '#kernel/context.ts'
import type { RepairDetail } from '../schema.ts'
import type { MajorState } from '../states.ts'
import type { VerificationResult } from '../words.ts'
import { majorCan, type RepairFacts } from './policy.ts'

/** The project beside a major repair; null for a small one. */
export async function readMajorWork(
  ctx: Ctx,
  row: RepairFacts & { id: string },
): Promise<RepairDetail['major']> {
  const work = await ctx.db
    .selectFrom('repairs.major_work')
    .selectAll()
    .where('id', '=', row.id)
    .executeTakeFirst()
  if (!work) return null
  const surveys = await ctx.db
    .selectFrom('repairs.survey')
    .select(['id', 'contractor', 'surveyed_at as surveyedAt', 'findings', 'by_name as by'])
    .where('work_id', '=', work.id)
    .orderBy('surveyed_at')
    .execute()
  const quotes = await ctx.db
    .selectFrom('repairs.quote')
    .select(['id', 'contractor', 'amount_fen as amountFen', 'content', 'quoted_at as quotedAt'])
    .where('work_id', '=', work.id)
    .orderBy('amount_fen')
    .execute()
  const verifications = await ctx.db
    .selectFrom('repairs.verification')
    .select(['id', 'at', 'condition', 'result', 'note', 'by_name as by'])
    .where('work_id', '=', work.id)
    .orderBy('at')
    .execute()
  const lowest = Math.min(...quotes.map(({ amountFen }) => amountFen))
  return {
    state: work.state as MajorState,
    surveys,
    quotes: quotes.map((quote) => ({
      ...quote,
      chosen: quote.id === work.chosen_quote_id,
      lowest: quote.amountFen === lowest,
    })),
    choiceReason: work.choice_reason,
    startedOn: work.started_on,
    plannedTo: work.planned_to,
    finishedOn: work.finished_on,
    verificationCondition: work.verification_condition,
    verificationDueOn: work.verification_due_on,
    verifications: verifications.map((one) => ({ ...one, result: one.result as VerificationResult })),
    can: majorCan(ctx, row),
  }
}
