import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { catalogue } from '../module.ts'
import { itemStates } from '../states.ts'
import { tellClauseUse } from './write-version.ts'

type Actions = typeof catalogue.actions

/** Offers a version to everybody from now on. @throws Problem 404; 422 when the version is of another item */
export async function publishItem(
  ctx: Ctx,
  { itemId, versionId }: InputOf<Actions['publishItem']>,
): Promise<OutputOf<Actions['publishItem']>> {
  const item = await ctx.db
    .selectFrom('catalogue.item')
    .select('id')
    .where('id', '=', itemId)
    .executeTakeFirst()
  if (!item) throw new Problem(404, 'kernel.not_found')
  const version = await ctx.db
    .selectFrom('catalogue.item_version')
    .select('number')
    .where('id', '=', versionId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  if (!version) throw new Problem(422, 'catalogue.other_version', { path: 'versionId' })
  await ctx.move(itemStates, 'publish', itemId, {
    set: { published_version_id: versionId, published_at: ctx.now },
    note: { number: version.number },
  })
  await tellClauseUse(ctx, itemId, versionId)
  return done
}

/** Offers it to nobody any more; orders under way go on. @throws Problem 404, 409 */
export async function withdrawItem(
  ctx: Ctx,
  { itemId, reason }: InputOf<Actions['withdrawItem']>,
): Promise<OutputOf<Actions['withdrawItem']>> {
  await ctx.move(itemStates, 'withdraw', itemId, { reason })
  await tellClauseUse(ctx, itemId, null)
  return done
}
