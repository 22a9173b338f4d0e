import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/** @throws Problem 422 `calendar.unknown_site` for a site the directory does not have */
export async function checkSite(ctx: Ctx, siteId: string | undefined): Promise<void> {
  if (!siteId) return
  const site = await ctx.db
    .selectFrom('directory.site')
    .select('id')
    .where('id', '=', siteId)
    .executeTakeFirst()
  if (!site) throw new Problem(422, 'calendar.unknown_site', { path: 'siteId' })
}
