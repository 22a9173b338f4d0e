import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/**
 * What somebody who looked back (细思) would change, and the clause it belongs to.
 * @throws Problem 422 `standards.proposal_needs_clause`, `standards.no_such_clause`
 */
export async function checkProposal(
  ctx: Ctx,
  given: { clauseId?: string | null | undefined; proposal?: string | null | undefined },
): Promise<{ clauseId: string | null; proposal: string | null }> {
  const proposal = given.proposal?.trim() || null
  const clauseId = given.clauseId ?? null
  if (proposal && !clauseId) throw new Problem(422, 'standards.proposal_needs_clause', { path: 'clauseId' })
  if (!clauseId) return { clauseId, proposal }
  const clause = await ctx.db
    .selectFrom('standards.clause')
    .select('id')
    .where('id', '=', clauseId)
    .executeTakeFirst()
  if (!clause) throw new Problem(422, 'standards.no_such_clause', { path: 'clauseId' })
  return { clauseId, proposal }
}
