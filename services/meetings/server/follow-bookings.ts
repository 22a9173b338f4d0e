import type { Ctx } from '#kernel/context.ts'
import type { DeliveredEvent, EventHandler } from '#kernel/server-module.ts'
import { line } from '../words.ts'
import { addMeeting } from './book-meeting.ts'
import { emitFor } from './find-meeting.ts'
import { syncTasks } from './sync-tasks.ts'

/** The tasks follow the booking: moved, cancelled, released, promoted, displaced or ended. */
const follow: EventHandler = async (ctx, { subjectId }) => {
  if (subjectId) await syncTasks(ctx, subjectId)
}

/** The headcount belongs to the booking; later lines hear of it as a meeting's. */
const followChange: EventHandler = async (ctx, event) => {
  if (!event.subjectId) return
  const [before, after] = [headcountOf(event.before), headcountOf(event.after)]
  if (after === undefined || before === after || !(await isMeeting(ctx, event.subjectId))) return
  await emitFor(ctx, event.subjectId, 'meetings.headcount_changed', {
    before: { headcount: before ?? null },
    after: { headcount: after },
  })
  await syncTasks(ctx, event.subjectId)
}

function headcountOf(part: DeliveredEvent['before']): number | null | undefined {
  return (part as { headcount?: number | null } | null)?.headcount
}

async function isMeeting(ctx: Ctx, bookingId: string): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('meetings.meeting')
    .select('booking_id')
    .where('booking_id', '=', bookingId)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * A date that the bookings engine made by itself, of a series that a meeting became or that was taken up again: it gets
 * the needs of the meeting nearest before it in its series.
 */
const adopt: EventHandler = async (ctx, { subjectId }) => {
  if (!subjectId || (await isMeeting(ctx, subjectId))) return
  const booking = await ctx.db
    .selectFrom('bookings.booking')
    .select(['id', 'series_id', 'starts_at'])
    .where('id', '=', subjectId)
    .where('line', '=', line)
    .executeTakeFirst()
  if (!booking?.series_id) return
  const sibling = await ctx.db
    .selectFrom('meetings.meeting as m')
    .innerJoin('bookings.booking as b', (join) =>
      join.onRef('b.bureau_id', '=', 'm.bureau_id').onRef('b.id', '=', 'm.booking_id'),
    )
    .select(['m.services', 'm.layout', 'm.note'])
    .where('b.series_id', '=', booking.series_id)
    .orderBy((row) => row('b.starts_at', '>', booking.starts_at))
    .orderBy('b.starts_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (sibling) await addMeeting(ctx, booking.id, new Date(booking.starts_at), sibling)
}

/** What of the bookings engine the meetings listen to. */
export const followBookings: Record<string, EventHandler[]> = {
  'bookings.created': [adopt],
  'bookings.date_resumed': [adopt],
  'bookings.changed': [followChange],
  'bookings.moved': [follow],
  'bookings.cancelled': [follow],
  'bookings.released': [follow],
  'bookings.promoted': [follow],
  'bookings.displaced': [follow],
  'bookings.offer_accepted': [follow],
  'bookings.offer_declined': [follow],
  'bookings.ended': [follow],
}
