import { ensureCalendar } from '#engines/calendar/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { catalogue } from '../module.ts'
import { writeVersion } from './write-version.ts'

type Action = (typeof catalogue.actions)['createItem']

/** A new service item with its first version; nobody is offered it before it is published. @throws Problem 409, 422 */
export async function createItem(
  ctx: Ctx,
  { line, code, ...input }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  await ensureCalendar(ctx)
  const position = await ctx.db
    .selectFrom('catalogue.item')
    .select((row) => row.fn.max('position').as('last'))
    .where('line', '=', line)
    .executeTakeFirst()
  const item = await ctx.db
    .insertInto('catalogue.item')
    .values({ line, code, position: Math.min(9999, (position?.last ?? 0) + 10), state: 'draft' })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!item) throw new Problem(409, 'catalogue.code_taken', { params: { code }, path: 'code' })
  const { versionId } = await writeVersion(ctx, item.id, input)
  await ctx.emit({
    type: 'catalogue.item_created',
    subjectType: 'catalogue.item',
    subjectId: item.id,
    after: { line, code, ...input },
  })
  return { id: item.id, versionId }
}
