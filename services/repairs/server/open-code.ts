import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { readCode } from '#kernel/identity/secret.ts'
import { type FoundPlace, findPlace } from './find-place.ts'

export interface OpenedCode {
  codeId: string
  place: FoundPlace
}

/** Enters the bureau a signed code belongs to. @throws Problem 404 `repairs.code_unknown` */
async function enterByCode(ctx: Ctx, code: string): Promise<string> {
  const read = readCode(code)
  if (!read) throw new Problem(404, 'repairs.code_unknown')
  // A request of somebody signed in is inside a bureau already: a code of another one opens nothing there.
  if (ctx.bureauId && ctx.bureauId !== read.bureauId) throw new Problem(404, 'repairs.code_unknown')
  if (!ctx.bureauId) await ctx.enterBureau(read.bureauId)
  return read.id
}

/**
 * The place a printed code stands for.
 * @throws Problem 404 for a code that is not ours, 410 for a revoked one, 422 for a place that was closed since
 */
export async function openPlaceCode(ctx: Ctx, code: string): Promise<OpenedCode> {
  const id = await enterByCode(ctx, code)
  const row = await ctx.db
    .selectFrom('repairs.place_code')
    .select(['id', 'site_id', 'room_id', 'place_text', 'revoked_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'repairs.code_unknown')
  if (row.revoked_at) throw new Problem(410, 'repairs.code_revoked')
  const place = await findPlace(ctx, {
    siteId: row.site_id,
    roomId: row.room_id,
    placeText: row.place_text,
  })
  return { codeId: row.id, place }
}

/** The order that a follow link stands for. @throws Problem 404 */
export async function openFollowCode(ctx: Ctx, code: string): Promise<string> {
  const id = await enterByCode(ctx, code)
  const repair = await ctx.db
    .selectFrom('repairs.repair')
    .select('order_id')
    .where('order_id', '=', id)
    .executeTakeFirst()
  if (!repair) throw new Problem(404, 'repairs.code_unknown')
  return id
}
