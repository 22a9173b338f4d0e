import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { signCode } from '#kernel/identity/secret.ts'
import type { attendanceActions } from '../../actions/attendance-actions.ts'
import { attendPath } from '../../attendance-words.ts'
import { emitFor } from '../find-meeting.ts'
import { lockListed } from './find-list.ts'

type Actions = typeof attendanceActions
type DoorView = OutputOf<Actions['openDoor']>

/** The code in force, signed anew each time, so that nothing secret is kept; null without one. */
export async function readDoorOf(ctx: Ctx, meetingId: string): Promise<DoorView | null> {
  const row = await ctx.db
    .selectFrom('meetings.attend_door')
    .select(['id', 'created_at', 'created_by'])
    .where('meeting_id', '=', meetingId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return {
    path: attendPath + signCode(ctx.bureauId, row.id),
    createdAt: row.created_at,
    createdBy: row.created_by,
  }
}

/** A new code; the one before opens nothing any more. @throws Problem 403, 404, 409 */
export async function openDoor(
  ctx: Ctx,
  { meetingId }: InputOf<Actions['openDoor']>,
): Promise<OutputOf<Actions['openDoor']>> {
  await lockListed(ctx, meetingId)
  await revoke(ctx, meetingId)
  await ctx.db
    .insertInto('meetings.attend_door')
    .values({ meeting_id: meetingId, created_at: ctx.now, created_by: ctx.actor.name })
    .execute()
  await emitFor(ctx, meetingId, 'meetings.door_opened')
  return (await readDoorOf(ctx, meetingId))!
}

/** @throws Problem 403, 404, 409 */
export async function closeDoor(
  ctx: Ctx,
  { meetingId }: InputOf<Actions['closeDoor']>,
): Promise<OutputOf<Actions['closeDoor']>> {
  await lockListed(ctx, meetingId)
  await revoke(ctx, meetingId)
  await emitFor(ctx, meetingId, 'meetings.door_closed')
  return done
}

async function revoke(ctx: Ctx, meetingId: string): Promise<void> {
  await ctx.db
    .updateTable('meetings.attend_door')
    .set({ revoked_at: ctx.now, revoked_by: ctx.actor.name })
    .where('meeting_id', '=', meetingId)
    .where('revoked_at', 'is', null)
    .execute()
}
