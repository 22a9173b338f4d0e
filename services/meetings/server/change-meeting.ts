import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { meetingActions } from '../actions/meeting-actions.ts'
import { emitFor, lockMeeting } from './find-meeting.ts'
import { meetingCan, speaksFor } from './policy.ts'
import { syncTasks } from './sync-tasks.ts'

type Action = (typeof meetingActions)['changeMeeting']

/**
 * Changes what a meeting needs; its tasks follow. Time and place are moved in the bookings engine.
 * @throws Problem 404; 403 `meetings.not_yours`; 409 `meetings.over`
 */
export async function changeMeeting(
  ctx: Ctx,
  { meetingId, ...wanted }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  const meeting = await lockMeeting(ctx, meetingId)
  if (!speaksFor(ctx, meeting)) throw new Problem(403, 'meetings.not_yours')
  if (!meetingCan(ctx, meeting).changeNeeds) throw new Problem(409, 'meetings.over')
  const { services = meeting.services, layout = meeting.layout, note = meeting.note } = wanted
  await ctx.db
    .updateTable('meetings.meeting')
    .set({ services: [...services], layout, note })
    .where('booking_id', '=', meetingId)
    .execute()
  await emitFor(ctx, meetingId, 'meetings.changed', {
    before: { services: meeting.services, layout: meeting.layout, note: meeting.note },
    after: { services, layout, note },
  })
  await syncTasks(ctx, meetingId)
  return done
}
