import type { Ctx } from '#kernel/context.ts'
import { versionStates } from '../states.ts'
import { createDocument } from './create-document.ts'
import { firstStandard } from './first-standard.ts'

/** Gives a bureau without any standard its first one, in force since `since`; does nothing for any other. */
export async function ensureStandards(ctx: Ctx, since: Date = ctx.now): Promise<void> {
  const there = await ctx.db.selectFrom('standards.document').select('id').limit(1).executeTakeFirst()
  if (there) return
  const { versionId } = await createDocument(ctx, firstStandard)
  await ctx.move(versionStates, 'issue', versionId, { set: { issued_at: since } })
}
