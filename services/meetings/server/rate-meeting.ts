import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { meetingActions } from '../actions/meeting-actions.ts'
import { emitFor, lockMeeting } from './find-meeting.ts'
import { isClient } from './policy.ts'

type Action = (typeof meetingActions)['rateMeeting']

/**
 * Rates the support of a meeting that was held, once, by who asked for it.
 * @throws Problem 404; 403 for others, and for one's own work; 409 before its end, and a second time
 */
export async function rateMeeting(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const meeting = await lockMeeting(ctx, input.meetingId)
  if (!isClient(ctx, meeting)) throw new Problem(403, 'meetings.not_your_meeting')
  if (meeting.served) throw new Problem(403, 'meetings.own_work')
  if (meeting.state !== 'ENDED') throw new Problem(409, 'meetings.not_over')
  if (meeting.rating !== null) throw new Problem(409, 'meetings.rated_already')
  const { overall, comment = '' } = input
  await ctx.db
    .insertInto('meetings.rating')
    .values({
      meeting_id: meeting.id,
      overall,
      comment,
      at: ctx.now,
      by_person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
    })
    .execute()
  await emitFor(ctx, meeting.id, 'meetings.rated', { after: { overall, comment } })
  return done
}
