import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { directory } from '../module.ts'
import { requireFloor } from './create-room.ts'
import { differences } from './differences.ts'
import { lockRoom, requireFreeCode, requireUnit } from './find-rows.ts'
import { pinyinOf } from './pinyin-of.ts'

type Action = (typeof directory.actions)['changeRoom']

/** @throws Problem 404, 409 when the code is taken, 422 when unit or floor is not understood */
export async function changeRoom(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const room = await lockRoom(ctx, input.roomId)
  const { before, after, changed } = differences(room, {
    code: input.code,
    name: input.name,
    kind: input.kind,
    unit_id: input.unitId,
    ...(input.floor === undefined ? {} : requireFloor(input.floor)),
  })
  if (!changed) return done
  if (input.code !== undefined) await requireFreeCode(ctx, 'directory.room', input.code, room.id)
  if (input.unitId) await requireUnit(ctx, input.unitId)
  const spelling = input.name === undefined ? {} : pinyinOf(input.name)
  await ctx.db
    .updateTable('directory.room')
    .set({ ...after, ...spelling })
    .where('id', '=', room.id)
    .execute()
  await ctx.emit({
    type: 'directory.room_changed',
    subjectType: 'directory.room',
    subjectId: room.id,
    before,
    after,
  })
  return done
}
