import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { directory } from '../module.ts'
import { differences } from './differences.ts'
import { lockSite, requireCampus, requireFreeCode } from './find-rows.ts'
import { pinyinOf } from './pinyin-of.ts'

type Action = (typeof directory.actions)['changeSite']

/** @throws Problem 404, 409 when the code is taken, 422 when the campus is not there */
export async function changeSite(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const site = await lockSite(ctx, input.siteId)
  const { before, after, changed } = differences(site, {
    code: input.code,
    name: input.name,
    kind: input.kind,
    floor_area_m2: input.floorAreaM2,
    address: input.address,
    campus_id: input.campusId,
    opened_on: input.openedOn,
  })
  if (!changed) return done
  if (input.code !== undefined) await requireFreeCode(ctx, 'directory.site', input.code, site.id)
  if (input.campusId) await requireCampus(ctx, input.campusId)
  const spelling = input.name === undefined ? {} : pinyinOf(input.name)
  await ctx.db
    .updateTable('directory.site')
    .set({ ...after, ...spelling })
    .where('id', '=', site.id)
    .execute()
  await ctx.emit({
    type: 'directory.site_changed',
    subjectType: 'directory.site',
    subjectId: site.id,
    before,
    after,
  })
  return done
}
