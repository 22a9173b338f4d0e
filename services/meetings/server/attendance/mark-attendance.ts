import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { attendanceActions } from '../../actions/attendance-actions.ts'
import { doorOpensMinutes } from '../../attendance-words.ts'
import { emitFor } from '../find-meeting.ts'
import type { MeetingSelection } from '../select-meetings.ts'
import { lockListed } from './find-list.ts'
import { opensAt } from './sign-window.ts'

type Actions = typeof attendanceActions

/**
 * Marks by hand who came, was late, stayed away, or came instead of somebody; null takes a mark back.
 * @throws Problem 403, 404, 409 `meetings.marked_before`, 422 `meetings.absent_has_none`
 */
export async function markAttendance(
  ctx: Ctx,
  { meetingId, participantIds, mark, substitute }: InputOf<Actions['markAttendance']>,
): Promise<OutputOf<Actions['markAttendance']>> {
  const meeting = await lockListed(ctx, meetingId)
  const came = mark === 'PRESENT' || mark === 'LATE'
  if (came) requireBegun(ctx, meeting)
  if (substitute && (!came || participantIds.length > 1))
    throw new Problem(422, 'meetings.absent_has_none', { path: 'substitute' })
  const marked = await ctx.db
    .updateTable('meetings.participant')
    .set({
      mark,
      arrived_at: came ? ctx.now : null,
      way: mark ? 'DESK' : null,
      marked_by: mark ? ctx.actor.name : null,
      substitute_name: substitute?.name.trim() ?? null,
      substitute_unit: substitute ? (substitute.unit?.trim() ?? '') : null,
    })
    .where('meeting_id', '=', meetingId)
    .where('id', 'in', [...participantIds])
    .returning('id')
    .execute()
  // All or none: a list that changed meanwhile is looked at again first.
  if (marked.length < participantIds.length) throw new Problem(404, 'kernel.not_found')
  await emitFor(ctx, meetingId, 'meetings.attendance_marked', {
    after: { mark, participantIds, substituted: Boolean(substitute) },
  })
  return { marked: marked.length }
}

/** How many heads were counted; it goes before the list in the figures. @throws Problem 403, 404, 409 */
export async function countHeads(
  ctx: Ctx,
  { meetingId, headcount }: InputOf<Actions['countHeads']>,
): Promise<OutputOf<Actions['countHeads']>> {
  const meeting = await lockListed(ctx, meetingId)
  if (headcount === null)
    await ctx.db.deleteFrom('meetings.counted').where('meeting_id', '=', meetingId).execute()
  else {
    requireBegun(ctx, meeting)
    const values = { headcount, at: ctx.now, by_name: ctx.actor.name }
    await ctx.db
      .insertInto('meetings.counted')
      .values({ meeting_id: meetingId, ...values })
      .onConflict((clash) => clash.columns(['bureau_id', 'meeting_id']).doUpdateSet(values))
      .execute()
  }
  await emitFor(ctx, meetingId, 'meetings.heads_counted', { after: { headcount } })
  return done
}

function requireBegun(ctx: Ctx, meeting: MeetingSelection): void {
  if (ctx.now < opensAt(meeting))
    throw new Problem(409, 'meetings.marked_before', { params: { minutes: doorOpensMinutes } })
}
