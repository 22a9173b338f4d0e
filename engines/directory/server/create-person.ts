import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { directory } from '../module.ts'
import { requireFreeStaffNo, requireUnit } from './find-rows.ts'
import { pinyinOf } from './pinyin-of.ts'

type Action = (typeof directory.actions)['createPerson']

/** @throws Problem 422 when there is no such room */
export async function requireOffice(ctx: Ctx, roomId: string): Promise<void> {
  const room = await ctx.db
    .selectFrom('directory.room')
    .select('id')
    .where('id', '=', roomId)
    .executeTakeFirst()
  if (!room) throw new Problem(422, 'directory.unknown_room', { path: 'roomId' })
}

/** A person with the first post. @throws Problem 409 when the staff number is taken, 422 when unit or room is not there */
export async function createPerson(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  await requireFreeStaffNo(ctx, input.staffNo)
  await requireUnit(ctx, input.unitId)
  if (input.roomId) await requireOffice(ctx, input.roomId)
  const { id } = await ctx.db
    .insertInto('directory.person')
    .values({
      staff_no: input.staffNo,
      name: input.name,
      unit_id: input.unitId,
      title: input.title ?? null,
      rank: input.rank ?? null,
      identity_kind: input.identityKind,
      origin: input.origin ?? null,
      education: input.education ?? null,
      mobile: input.mobile ?? null,
      skills: input.skills ?? [],
      key_person: input.keyPerson ?? false,
      room_id: input.roomId ?? null,
      joined_on: input.joinedOn ?? null,
      ...pinyinOf(input.name, true),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('directory.post')
    .values({
      person_id: id,
      unit_id: input.unitId,
      title: input.title ?? null,
      from_day: input.joinedOn ?? null,
    })
    .execute()
  await ctx.emit({
    type: 'directory.person_created',
    subjectType: 'directory.person',
    subjectId: id,
    after: input,
  })
  return { id }
}
