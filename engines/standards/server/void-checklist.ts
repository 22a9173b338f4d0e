import type { Ctx } from '#kernel/context.ts'

/**
 * Takes a subject's checklist out of every figure, because what it was filled for was voided; its answers stay to be read.
 * Nothing happens where the subject has no checklist that stands.
 */
export async function voidChecklist(
  ctx: Ctx,
  subject: { type: string; id: string },
  reason: string,
): Promise<void> {
  const voided = await ctx.db
    .updateTable('standards.executed_checklist')
    .set({ voided_at: ctx.now, void_reason: reason })
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('voided_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!voided) return
  await ctx.emit({
    type: 'standards.checklist_voided',
    subjectType: subject.type,
    subjectId: subject.id,
    reason,
  })
}
