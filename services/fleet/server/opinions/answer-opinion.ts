import { checkProposal, proposeChange } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { opinionActions } from '../../actions/opinion-actions.ts'
import { opinionStates } from '../../opinion-states.ts'
import { findOpinion, isMine, type OpinionSelection } from './select-opinions.ts'

type Actions = typeof opinionActions

/** 答复, once. @throws Problem 404; 403 `fleet.own_opinion`; 409 when it is answered or withdrawn */
export async function answerOpinion(
  ctx: Ctx,
  { opinionId, answer }: InputOf<Actions['answerOpinion']>,
): Promise<OutputOf<Actions['answerOpinion']>> {
  await findOthers(ctx, opinionId)
  await ctx.move(opinionStates, 'answer', opinionId, {
    set: { answer: answer.trim(), answered_at: ctx.now, answered_by: ctx.actor.name },
  })
  return done
}

/**
 * 采纳: what is different since; with a clause it stands as a proposal beside that clause too.
 * @throws Problem 404; 403 `fleet.own_opinion`; 409 before its answer or a second time; 422 as `checkProposal`
 */
export async function adoptOpinion(
  ctx: Ctx,
  { opinionId, changed, clauseId }: InputOf<Actions['adoptOpinion']>,
): Promise<OutputOf<Actions['adoptOpinion']>> {
  const opinion = await findOthers(ctx, opinionId)
  const { clauseId: clause } = await checkProposal(ctx, { clauseId, proposal: clauseId ? changed : null })
  await ctx.move(opinionStates, 'adopt', opinionId, {
    set: { changed: changed.trim(), adopted_at: ctx.now, adopted_by: ctx.actor.name },
  })
  if (clause) {
    const proposal = await proposeChange(ctx, {
      clauseId: clause,
      words: changed.trim(),
      subject: {
        type: 'fleet.opinion',
        id: opinionId,
        label: opinion.number,
        href: `/fleet/opinions/${opinionId}`,
      },
    })
    await ctx.db
      .updateTable('fleet.opinion')
      .set({ proposal_id: proposal })
      .where('id', '=', opinionId)
      .execute()
  }
  return done
}

/** 撤回, before it is answered. @throws Problem 404; 403 `fleet.not_your_opinion`; 409 once it is answered */
export async function withdrawOpinion(
  ctx: Ctx,
  { opinionId }: InputOf<Actions['withdrawOpinion']>,
): Promise<OutputOf<Actions['withdrawOpinion']>> {
  const opinion = await findOpinion(ctx, opinionId)
  if (!isMine(ctx, opinion)) throw new Problem(403, 'fleet.not_your_opinion')
  await ctx.move(opinionStates, 'withdraw', opinionId, { set: { withdrawn_at: ctx.now } })
  return done
}

async function findOthers(ctx: Ctx, opinionId: string): Promise<OpinionSelection> {
  const opinion = await findOpinion(ctx, opinionId)
  if (isMine(ctx, opinion)) throw new Problem(403, 'fleet.own_opinion')
  return opinion
}
