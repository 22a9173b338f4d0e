import type { Ctx } from '#kernel/context.ts'
import type { Verdict } from '../value.ts'
import type { RuleQuestion } from './apply-rules.ts'
import { ensureRules } from './ensure-rules.ts'
import { readVerdictsOfMany } from './read-verdicts.ts'
import { rememberDecisions } from './remember-decisions.ts'

/**
 * Asks for many objects at once and remembers each, for sheets: the values are read once, whatever the number of rows. It only tells;
 * nothing is refused.
 * @returns the verdicts of each, in the order they were asked
 */
export async function adviseOnMany(ctx: Ctx, requests: readonly RuleQuestion[]): Promise<Verdict[][]> {
  if (requests.length === 0) return []
  await ensureRules(ctx)
  const verdicts = await readVerdictsOfMany(ctx, requests)
  await rememberDecisions(
    ctx,
    requests.map((request, index) => ({ request, verdicts: verdicts[index]!, refused: false })),
  )
  return verdicts
}
