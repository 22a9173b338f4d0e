import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import { clauseIds } from './select-checklist.ts'

/**
 * Tells where clauses are used, so that a standard's page can show it; replaces what the subject told before.
 * No clause at all takes the subject off. @throws Problem 422 `standards.unknown_clause`
 */
export async function registerClauseUse(
  ctx: Ctx,
  subject: { type: string; id: string; label: Text; href: string },
  codes: readonly string[],
): Promise<void> {
  const ids = await clauseIds(ctx, [...new Set(codes)])
  await ctx.db
    .deleteFrom('standards.clause_use')
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .execute()
  if (ids.length === 0) return
  await ctx.db
    .insertInto('standards.clause_use')
    .values(
      ids.map((clause_id) => ({
        clause_id,
        subject_type: subject.type,
        subject_id: subject.id,
        label_zh: subject.label.zh,
        label_en: subject.label.en,
        href: subject.href,
      })),
    )
    .execute()
}
