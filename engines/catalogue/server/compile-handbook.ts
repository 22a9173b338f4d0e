import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { catalogue } from '../module.ts'

type Action = (typeof catalogue.actions)['compileHandbook']

/**
 * Compiles the next edition from the items published this moment and pushes it to every unit there is.
 * An edition never changes afterwards. @throws Problem 409 `catalogue.nothing_published`
 */
export async function compileHandbook(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const items = await ctx.db
    .selectFrom('catalogue.item')
    .select('published_version_id')
    .where('state', '=', 'published')
    .orderBy('line')
    .orderBy('position')
    .orderBy('id')
    .execute()
  if (items.length === 0) throw new Problem(409, 'catalogue.nothing_published')
  const last = await ctx.db
    .selectFrom('catalogue.handbook')
    .select((row) => row.fn.max('edition').as('edition'))
    .executeTakeFirst()
  const edition = (last?.edition ?? 0) + 1
  const { id } = await ctx.db
    .insertInto('catalogue.handbook')
    .values({
      edition,
      title_zh: '机关后勤工作服务手册',
      title_en: 'Logistics service handbook',
      foreword: input.foreword ?? '',
      compiled_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('catalogue.handbook_item')
    .values(
      items.map((item, index) => ({
        handbook_id: id,
        version_id: item.published_version_id!,
        position: index + 1,
      })),
    )
    .execute()
  const units = await pushToUnits(ctx, id)
  await ctx.emit({
    type: 'catalogue.handbook_compiled',
    subjectType: 'catalogue.handbook',
    subjectId: id,
    after: { edition, items: items.length, units },
  })
  return { id, edition }
}

async function pushToUnits(ctx: Ctx, handbookId: string): Promise<number> {
  const units = await ctx.db
    .selectFrom('directory.unit')
    .select(['id', 'name'])
    .where('closed_on', 'is', null)
    .execute()
  if (units.length > 0)
    await ctx.db
      .insertInto('catalogue.handbook_notice')
      .values(units.map((unit) => ({ handbook_id: handbookId, unit_id: unit.id, unit_name: unit.name })))
      .execute()
  return units.length
}
