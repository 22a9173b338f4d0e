import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { catalogue } from '../module.ts'
import { writeVersion } from './write-version.ts'

type Action = (typeof catalogue.actions)['changeItem']

/**
 * Changes an item by writing its next version. Orders keep the version they were taken under, and new ones take
 * the published version until this one is published. @throws Problem 404, 422
 */
export async function changeItem(ctx: Ctx, { itemId, ...input }: InputOf<Action>): Promise<OutputOf<Action>> {
  const item = await ctx.db
    .selectFrom('catalogue.item')
    .select('id')
    .where('id', '=', itemId)
    .forUpdate()
    .executeTakeFirst()
  if (!item) throw new Problem(404, 'kernel.not_found')
  const written = await writeVersion(ctx, itemId, input)
  await ctx.emit({
    type: 'catalogue.item_changed',
    subjectType: 'catalogue.item',
    subjectId: itemId,
    after: { number: written.number, ...input },
    reason: input.changeNote,
  })
  return written
}
