import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { standards } from '../module.ts'
import type { Proposal } from '../proposal-schema.ts'
import { proposalStates } from '../states.ts'

type Actions = typeof standards.actions

/** At most so many; a document with more open proposals is due for a new version. */
const most = 200

/** What is proposed to the clauses of a document: open ones first, then the latest decided. */
export async function listProposals(
  ctx: Ctx,
  { documentId }: InputOf<Actions['listProposals']>,
): Promise<OutputOf<Actions['listProposals']>> {
  const document = await ctx.db
    .selectFrom('standards.document')
    .select('id')
    .where('id', '=', documentId)
    .executeTakeFirst()
  if (!document) throw new Problem(404, 'kernel.not_found')
  const rows = await ctx.db
    .selectFrom('standards.proposal as p')
    .innerJoin('standards.clause as c', (join) =>
      join.onRef('c.bureau_id', '=', 'p.bureau_id').onRef('c.id', '=', 'p.clause_id'),
    )
    .selectAll('p')
    .where('c.document_id', '=', documentId)
    .orderBy((row) => row('p.state', '=', 'open'), 'desc')
    .orderBy('p.proposed_at', 'desc')
    .limit(most)
    .execute()
  return {
    items: rows.map((row) => ({
      id: row.id,
      clauseId: row.clause_id,
      words: row.words,
      subject: { label: row.subject_label, href: row.href },
      proposedAt: row.proposed_at,
      proposedBy: row.proposed_by,
      state: row.state as Proposal['state'],
      decidedAt: row.decided_at,
      decidedBy: row.decided_by,
      decision: row.decision,
      can: ctx.can(proposalStates, row),
    })),
  }
}
