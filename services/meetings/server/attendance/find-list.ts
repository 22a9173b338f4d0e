import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { findMeeting, lockMeeting } from '../find-meeting.ts'
import { speaksFor } from '../policy.ts'
import type { MeetingSelection } from '../select-meetings.ts'

/** Who may see and keep a list of names: who speaks for the meeting, and who has a task in it. */
export function mayKeepList(ctx: Ctx, meeting: MeetingSelection): boolean {
  return speaksFor(ctx, meeting) || (meeting.served && ctx.has('meetings.work'))
}

/** A meeting whose list the actor may see. @throws Problem 404, 403 `meetings.not_your_list` */
export async function findListed(ctx: Ctx, meetingId: string): Promise<MeetingSelection> {
  const meeting = await findMeeting(ctx, meetingId)
  if (!mayKeepList(ctx, meeting)) throw new Problem(403, 'meetings.not_your_list')
  return meeting
}

/** The same, locked for a change. @throws Problem 404, 403, 409 `meetings.called_off` */
export async function lockListed(ctx: Ctx, meetingId: string): Promise<MeetingSelection> {
  const meeting = await lockMeeting(ctx, meetingId)
  if (!mayKeepList(ctx, meeting)) throw new Problem(403, 'meetings.not_your_list')
  if (isCalledOff(meeting)) throw new Problem(409, 'meetings.called_off')
  return meeting
}

export const isCalledOff = ({ state }: { state: string }) => state === 'CANCELLED' || state === 'RELEASED'
