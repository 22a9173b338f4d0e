import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { directory } from '../module.ts'
import { parseFloor } from '../parse-floor.ts'
import { requireFreeCode, requireUnit } from './find-rows.ts'
import { pinyinOf } from './pinyin-of.ts'

type Action = (typeof directory.actions)['createRoom']

/** @throws Problem 422 naming the field */
export function requireFloor(words: string): { floor: string; floor_number: number } {
  const parsed = parseFloor(words)
  if (!parsed) throw new Problem(422, 'directory.unknown_floor', { path: 'floor', params: { floor: words } })
  return { floor: parsed.floor, floor_number: parsed.floorNumber }
}

/** @throws Problem 409 when the code is taken, 422 when site, unit or floor is not understood */
export async function createRoom(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const site = await ctx.db
    .selectFrom('directory.site')
    .select(['id', 'name', 'closed_on'])
    .where('id', '=', input.siteId)
    .executeTakeFirst()
  if (!site) throw new Problem(422, 'directory.unknown_site', { path: 'siteId' })
  if (site.closed_on)
    throw new Problem(409, 'directory.already_closed', {
      path: 'siteId',
      params: { name: site.name, day: site.closed_on },
    })
  const floor = requireFloor(input.floor)
  await requireFreeCode(ctx, 'directory.room', input.code)
  if (input.unitId) await requireUnit(ctx, input.unitId)
  const { id } = await ctx.db
    .insertInto('directory.room')
    .values({
      site_id: site.id,
      code: input.code,
      name: input.name,
      kind: input.kind,
      unit_id: input.unitId ?? null,
      ...floor,
      ...pinyinOf(input.name),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'directory.room_created',
    subjectType: 'directory.room',
    subjectId: id,
    after: input,
  })
  return { id }
}
