import { sql } from 'kysely'
import { blackOut, liftBlackout } from '#engines/bookings/server/api.ts'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { roomActions } from '../actions/room-actions.ts'
import { endClosing, recordClosing, requireOpen, setClosed } from './closings.ts'
import { lockRoom } from './write-room.ts'

type Actions = typeof roomActions

/** A blackout needs an end; a closing has none. */
const forGood = '9999-12-30T00:00:00+08:00'
const startOf = (day: string) => `${day}T00:00:00+08:00`

/**
 * Closes a room from a day on. From that day nothing can be booked in it; what is booked already stays, is counted, and
 * its organisers are told, until somebody moves or cancels it. @throws Problem 404; 409 `meetings.closed_already`; 422
 */
export async function closeRoom(
  ctx: Ctx,
  { roomId, fromDay, reason }: InputOf<Actions['closeRoom']>,
): Promise<OutputOf<Actions['closeRoom']>> {
  const room = await lockRoom(ctx, roomId)
  const today = localDayOf(ctx.now)
  if (fromDay < today) throw new Problem(422, 'meetings.closing_past', { path: 'fromDay' })
  await requireOpen(ctx, room)
  const closing = { resourceId: room.id, name: room.name, fromDay, reason }
  if (fromDay > today) {
    const { id } = await blackOut(ctx, { resourceId: room.id, from: startOf(fromDay), to: forGood, reason })
    await recordClosing(ctx, { ...closing, blackoutId: id })
  } else {
    await recordClosing(ctx, { ...closing, blackoutId: null })
    await setClosed(ctx, room.id, true)
  }
  const standing = (await standingIn(ctx, room.id, fromDay)).length
  await ctx.emit({
    type: 'meetings.room_closing',
    subjectType: 'meetings.room',
    subjectId: room.id,
    after: { fromDay, standing },
    reason,
  })
  return { standing }
}

/** Takes a closing back, whether it has begun or is only planned. @throws Problem 404; 409 `meetings.not_closed` */
export async function reopenRoom(
  ctx: Ctx,
  { roomId, reason }: InputOf<Actions['reopenRoom']>,
): Promise<OutputOf<Actions['reopenRoom']>> {
  const room = await lockRoom(ctx, roomId)
  await liftIfThere(ctx, (await endClosing(ctx, room)).blackoutId)
  await setClosed(ctx, room.id, false)
  await ctx.emit({
    type: 'meetings.room_reopened',
    subjectType: 'meetings.room',
    subjectId: room.id,
    reason,
  })
  return done
}

/** Somebody may have opened it again by hand, on the page of its rules. */
async function liftIfThere(ctx: Ctx, blackoutId: string | null): Promise<void> {
  if (!blackoutId) return
  const blackout = await ctx.db
    .selectFrom('bookings.blackout')
    .select('id')
    .where('id', '=', blackoutId)
    .where('lifted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (blackout) await liftBlackout(ctx, { blackoutId })
}

/** The day has come: the room goes out of lists and searches. */
export async function closeRoomsDue(ctx: Ctx): Promise<void> {
  const due = await ctx.db
    .selectFrom('meetings.closing')
    .select(['id', 'resource_id', 'blackout_id'])
    .where('ended_at', 'is', null)
    .where('blackout_id', 'is not', null)
    .where('from_day', '<=', localDayOf(ctx.now))
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id, resource_id, blackout_id } of due) {
    await liftIfThere(ctx, blackout_id)
    await ctx.db.updateTable('meetings.closing').set({ blackout_id: null }).where('id', '=', id).execute()
    await setClosed(ctx, resource_id, true)
  }
}

/** What is still booked in a room from a day on: the meetings' bookings and any other. */
export async function standingIn(
  ctx: Ctx,
  roomId: string,
  fromDay: string,
): Promise<{ id: string; organiser_person_id: string | null }[]> {
  const { rows } = await sql<{ id: string; organiser_person_id: string | null }>`
    select b.id, b.organiser_person_id from bookings.claim c
    join bookings.booking b on b.bureau_id = c.bureau_id and b.id = c.booking_id
    where c.resource_id = ${roomId} and b.state in ('WAITING', 'CONFIRMED', 'OFFERED', 'CHECKED_IN')
      and b.ends_at > greatest(${ctx.now}::timestamptz, ${startOf(fromDay)}::timestamptz)
    order by b.starts_at, b.id`.execute(ctx.db)
  return rows
}
