import { checkProposal, proposeChange } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { workActions } from '../actions/work-actions.ts'
import { emitFor, lockRepair, requireHands } from './find-repair.ts'

type Action = (typeof workActions)['reflect']

/**
 * 细思: what was learnt from a repair, also after it has ended; a proposal names the clause it would change, and
 * stands beside that clause for whoever writes the next version.
 * @throws Problem 422 as `checkProposal`
 */
export async function reflect(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const found = await lockRepair(ctx, input.orderId)
  requireHands(ctx, found)
  const { clauseId, proposal } = await checkProposal(ctx, input)
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
