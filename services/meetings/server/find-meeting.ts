import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { type MeetingSelection, selectMeetings } from './select-meetings.ts'

/** A meeting the actor may read. @throws Problem 404 */
export async function findMeeting(ctx: Ctx, meetingId: string): Promise<MeetingSelection> {
  const meeting = await selectMeetings(ctx).where('m.booking_id', '=', meetingId).executeTakeFirst()
  if (!meeting) throw new Problem(404, 'kernel.not_found')
  return meeting
}

/** The same, locked for a change. @throws Problem 404 */
export async function lockMeeting(ctx: Ctx, meetingId: string): Promise<MeetingSelection> {
  await ctx.db
    .selectFrom('meetings.meeting')
    .select('booking_id')
    .where('booking_id', '=', meetingId)
    .forUpdate()
    .executeTakeFirst()
  return findMeeting(ctx, meetingId)
}

/** Writes what happened to a meeting. */
export async function emitFor(
  ctx: Ctx,
  meetingId: string,
  type: `meetings.${string}`,
  event: { before?: unknown; after?: unknown; reason?: string } = {},
): Promise<void> {
  await ctx.emit({ type, subjectType: 'meetings.meeting', subjectId: meetingId, ...event })
}
