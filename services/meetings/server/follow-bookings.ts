import { movedWithSeries } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { DeliveredEvent, EventHandler } from '#kernel/server-module.ts'
import { line } from '../words.ts'
import { addMeeting } from './book-meeting.ts'
import { emitFor } from './find-meeting.ts'
import { findOpenTasks } from './find-open-tasks.ts'
import { mainRoomOf, readFurtherRooms } from './further-rooms.ts'
import { syncTasks } from './sync-tasks.ts'
import { tellOfEnd, tellOfMove, tellOfReturn, tellUsual } from './tell-attendants.ts'
import { beforeSeriesMoves, tellOfSeries } from './tell-series.ts'

/** The tasks follow the booking. */
const follow: EventHandler = async (ctx, { subjectId }) => {
  if (subjectId) await syncTasks(ctx, subjectId)
}

type Teller = typeof tellOfMove

/** The tasks follow, and whoever had or has one hears of it. */
const followAnd =
  (tellThem: Teller): EventHandler =>
  async (ctx, event) => {
    if (!event.subjectId) return
    const had = await findOpenTasks(ctx, event.subjectId)
    await syncTasks(ctx, event.subjectId)
    await tellThem(ctx, event, event.subjectId, had)
  }
const followMove: EventHandler = (ctx, event) =>
  movedWithSeries(event) ? follow(ctx, event) : followAnd(tellOfMove)(ctx, event)
const followEnd = followAnd(tellOfEnd)
const followReturn = followAnd(tellOfReturn)

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
    .select(['b.id', 'm.services', 'm.layout', 'm.note'])
    .where('b.series_id', '=', booking.series_id)
    .orderBy((row) => row('b.starts_at', '>', booking.starts_at))
    .orderBy('b.starts_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!sibling) return
  const furtherRooms = await readFurtherRooms(ctx, sibling.id)
  await addMeeting(ctx, booking.id, new Date(booking.starts_at), {
    ...sibling,
    roomId: await mainRoomOf(ctx, sibling.id),
    furtherRooms,
  })
}

/** What of the bookings engine the meetings listen to. */
export const followBookings: Record<string, EventHandler[]> = {
  'bookings.created': [adopt],
  'bookings.date_resumed': [adopt],
  'bookings.changed': [followChange],
  'bookings.moved': [followMove],
  'bookings.series_moved': [beforeSeriesMoves],
  'meetings.series_followed': [tellOfSeries],
  'bookings.cancelled': [followEnd],
  'bookings.released': [followEnd],
  'bookings.promoted': [followReturn],
  'bookings.displaced': [followEnd],
  'bookings.offer_accepted': [follow],
  'bookings.offer_declined': [followEnd],
  'bookings.ended': [follow],
  'meetings.tasks_planned': [tellUsual],
}
