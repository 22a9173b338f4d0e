import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { standards } from '../module.ts'
import { proposalStates } from '../states.ts'

type Actions = typeof standards.actions

function decided(ctx: Ctx, reason: string) {
  return {
    set: { decided_at: ctx.now, decided_by: ctx.actor.name, decision: reason.trim() },
    reason: reason.trim(),
  }
}

/** The clause is to be changed so in its next version. @throws Problem 404, 409 */
export async function acceptProposal(
  ctx: Ctx,
  { proposalId, reason }: InputOf<Actions['acceptProposal']>,
): Promise<OutputOf<Actions['acceptProposal']>> {
  await ctx.move(proposalStates, 'accept', proposalId, decided(ctx, reason))
  return done
}

/** The clause stays; whoever proposed it reads why. @throws Problem 404, 409 */
export async function declineProposal(
  ctx: Ctx,
  { proposalId, reason }: InputOf<Actions['declineProposal']>,
): Promise<OutputOf<Actions['declineProposal']>> {
  await ctx.move(proposalStates, 'decline', proposalId, decided(ctx, reason))
  return done
}
