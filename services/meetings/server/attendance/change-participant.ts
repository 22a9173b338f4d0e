import { pinyinOf } from '#engines/directory/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { attendanceActions } from '../../actions/attendance-actions.ts'
import { emitFor } from '../find-meeting.ts'
import { lockListed } from './find-list.ts'
import { placeParticipant } from './place-participant.ts'
import { selectParticipants } from './select-participants.ts'

type Actions = typeof attendanceActions

/** Name and unit of a guest; rank, side and place on the list of anybody. @throws Problem 403, 404, 409 `meetings.listed_already` */
export async function changeParticipant(
  ctx: Ctx,
  input: InputOf<Actions['changeParticipant']>,
): Promise<OutputOf<Actions['changeParticipant']>> {
  const row = await findParticipant(ctx, input)
  const guest = row.person_id === null
  const name = guest ? (input.name?.trim() ?? row.name) : row.name
  const unit = guest ? (input.unit?.trim() ?? row.unit_name) : row.unit_name
  const others = await selectParticipants(ctx, input.meetingId)
    .where('name', '=', name)
    .where('unit_name', '=', unit)
    .where('id', '<>', row.id)
    .executeTakeFirst()
  if (others) throw new Problem(409, 'meetings.listed_already', { params: { name }, path: 'name' })
  await ctx.db
    .updateTable('meetings.participant')
    .set({
      name,
      unit_name: unit,
      ...pinyinOf(name, true),
      ...(input.rank === undefined ? {} : { rank: input.rank }),
      ...(input.party === undefined ? {} : { party: input.party }),
    })
    .where('id', '=', row.id)
    .execute()
  if (input.order !== undefined)
    await placeParticipant(ctx, { meetingId: input.meetingId, participantId: row.id, order: input.order })
  await emitFor(ctx, input.meetingId, 'meetings.participant_changed', { after: { participantId: row.id } })
  return done
}

/** Takes somebody off the list, and off their seat. @throws Problem 403, 404, 409 `meetings.has_signed` */
export async function removeParticipant(
  ctx: Ctx,
  input: InputOf<Actions['removeParticipant']>,
): Promise<OutputOf<Actions['removeParticipant']>> {
  const row = await findParticipant(ctx, input)
  if (row.mark === 'PRESENT' || row.mark === 'LATE')
    throw new Problem(409, 'meetings.has_signed', { params: { name: row.name } })
  await ctx.db.deleteFrom('meetings.participant').where('id', '=', row.id).execute()
  await emitFor(ctx, input.meetingId, 'meetings.participant_removed', { before: { participantId: row.id } })
  return done
}

async function findParticipant(ctx: Ctx, input: { meetingId: string; participantId: string }) {
  await lockListed(ctx, input.meetingId)
  const row = await selectParticipants(ctx, input.meetingId)
    .where('id', '=', input.participantId)
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}
