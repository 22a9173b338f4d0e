import { proposeChange } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { workActions } from '../actions/work-actions.ts'
import { emitFor, lockRepair, requireHands } from './find-repair.ts'

type Action = (typeof workActions)['reflect']

/**
 * 细思: what was learnt from a repair, also after it has ended; a proposal names the clause it would change, and
 * stands beside that clause for whoever writes the next version.
 * @throws Problem 422 `repairs.proposal_needs_clause`, `repairs.unknown_clause`
 */
export async function reflect(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const found = await lockRepair(ctx, input.orderId)
  requireHands(ctx, found)
  const proposal = input.proposal?.trim() || null
  const clauseId = input.clauseId ?? null
  if (proposal && !clauseId) throw new Problem(422, 'repairs.proposal_needs_clause', { path: 'clauseId' })
  if (clauseId) {
    const clause = await ctx.db
      .selectFrom('standards.clause')
      .select('id')
      .where('id', '=', clauseId)
      .executeTakeFirst()
    if (!clause) throw new Problem(422, 'repairs.unknown_clause', { path: 'clauseId' })
  }
  const { id } = await ctx.db
    .insertInto('repairs.reflection')
    .values({
      order_id: input.orderId,
      at: ctx.now,
      by_name: ctx.actor.name,
      note: input.note,
      clause_id: clauseId,
      proposal,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (proposal && clauseId) {
    const { number } = found.order
    const subject = {
      type: 'orders.service_order',
      id: input.orderId,
      label: number,
      href: `/orders/${input.orderId}`,
    }
    await proposeChange(ctx, { clauseId, words: proposal, subject })
  }
  await emitFor(ctx, input.orderId, 'repairs.reflected', { after: { note: input.note, clauseId, proposal } })
  return { id }
}
