import type { Ctx } from '#kernel/context.ts'
import type { ChecklistLine } from '../schema.ts'
import { type ChecklistSubject, openChecklist } from './open-checklist.ts'
import { checklistFor } from './select-checklist.ts'

/**
 * Says what a subject's checklist asks for: the lines of these clauses at the versions in force at `asOf`, which is
 * the moment the work was taken on. From then on what nobody answers counts as not done. Said again, for other
 * clauses, it replaces what was asked; lines that were answered stay. @returns the lines, in the order of the clauses
 */
export async function expectChecklist(
  ctx: Ctx,
  subject: ChecklistSubject,
  clauseCodes: readonly string[],
  asOf: Date | string = ctx.now,
): Promise<ChecklistLine[]> {
  const lines = await checklistFor(ctx, clauseCodes, asOf)
  const checklistId = await openChecklist(ctx, subject)
  const answered = ctx.db
    .selectFrom('standards.checklist_result')
    .select('line_id')
    .where('checklist_id', '=', checklistId)
  await ctx.db
    .deleteFrom('standards.expected_line')
    .where('checklist_id', '=', checklistId)
    .where('line_id', 'not in', answered)
    .execute()
  if (lines.length === 0) return lines
  await ctx.db
    .insertInto('standards.expected_line')
    .values(
      lines.map(({ id, versionId }) => ({ checklist_id: checklistId, line_id: id, version_id: versionId })),
    )
    .onConflict((conflict) => conflict.columns(['bureau_id', 'checklist_id', 'line_id']).doNothing())
    .execute()
  return lines
}
