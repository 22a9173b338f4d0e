import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { directory } from '../module.ts'
import { requireFreeCode, requireUnit } from './find-rows.ts'
import { pinyinOf } from './pinyin-of.ts'

type Action = (typeof directory.actions)['createUnit']

/** @throws Problem 409 when the code is taken, 422 when the superior unit is not there */
export async function createUnit(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  await requireFreeCode(ctx, 'directory.unit', input.code)
  if (input.parentId) await requireUnit(ctx, input.parentId, 'parentId')
  const { id } = await ctx.db
    .insertInto('directory.unit')
    .values({
      code: input.code,
      name: input.name,
      short_name: input.shortName ?? null,
      parent_id: input.parentId ?? null,
      level: input.level ?? null,
      kind: input.kind,
      opened_on: input.openedOn ?? null,
      ...pinyinOf(input.name),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'directory.unit_created',
    subjectType: 'directory.unit',
    subjectId: id,
    after: input,
  })
  return { id }
}
