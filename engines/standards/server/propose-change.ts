import type { Ctx } from '#kernel/context.ts'
import { proposalStates } from '../states.ts'

export interface NewProposal {
  clauseId: string
  words: string
  /** What it was learnt from; `href` opens it in the web application. */
  subject: { type: string; id: string; label: string; href: string }
}

/** Puts a change beside the clause it would change, for whoever writes the next version. @returns its id */
export async function proposeChange(ctx: Ctx, { clauseId, words, subject }: NewProposal): Promise<string> {
  const { id } = await ctx.db
    .insertInto('standards.proposal')
    .values({
      clause_id: clauseId,
      words,
      subject_type: subject.type,
      subject_id: subject.id,
      subject_label: subject.label,
      href: subject.href,
      proposed_at: ctx.now,
      proposed_by: ctx.actor.name,
      state: proposalStates.initial,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'standards.change_proposed',
    subjectType: 'standards.proposal',
    subjectId: id,
    after: { clauseId, words, from: subject.label },
  })
  return id
}
