import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { directory } from '../module.ts'
import { requireCampus, requireFreeCode } from './find-rows.ts'
import { pinyinOf } from './pinyin-of.ts'

type Action = (typeof directory.actions)['createSite']

/** @throws Problem 409 when the code is taken, 422 when the campus is not there */
export async function createSite(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  await requireFreeCode(ctx, 'directory.site', input.code)
  if (input.campusId) await requireCampus(ctx, input.campusId)
  const { id } = await ctx.db
    .insertInto('directory.site')
    .values({
      code: input.code,
      name: input.name,
      kind: input.kind,
      floor_area_m2: input.floorAreaM2,
      address: input.address ?? null,
      campus_id: input.campusId ?? null,
      opened_on: input.openedOn ?? null,
      ...pinyinOf(input.name),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'directory.site_created',
    subjectType: 'directory.site',
    subjectId: id,
    after: input,
  })
  return { id }
}
