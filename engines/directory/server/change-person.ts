import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { directory } from '../module.ts'
import { requireOffice } from './create-person.ts'
import { differences } from './differences.ts'
import { lockPerson, requireFreeStaffNo } from './find-rows.ts'
import { pinyinOf } from './pinyin-of.ts'

type Action = (typeof directory.actions)['changePerson']

/** What is written about a person; unit and title change by a transfer. @throws Problem 404, 409, 422 */
export async function changePerson(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const person = await lockPerson(ctx, input.personId)
  const { before, after, changed } = differences(person, {
    staff_no: input.staffNo,
    name: input.name,
    rank: input.rank,
    identity_kind: input.identityKind,
    origin: input.origin,
    education: input.education,
    mobile: input.mobile,
    skills: input.skills,
    key_person: input.keyPerson,
    room_id: input.roomId,
  })
  if (!changed) return done
  if (input.staffNo !== undefined) await requireFreeStaffNo(ctx, input.staffNo, person.id)
  if (input.roomId) await requireOffice(ctx, input.roomId)
  const spelling = input.name === undefined ? {} : pinyinOf(input.name, true)
  await ctx.db
    .updateTable('directory.person')
    .set({ ...after, ...spelling })
    .where('id', '=', person.id)
    .execute()
  await ctx.emit({
    type: 'directory.person_changed',
    subjectType: 'directory.person',
    subjectId: person.id,
    before,
    after,
  })
  return done
}
