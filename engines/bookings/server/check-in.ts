import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { bookingStates } from '../states.ts'
import { checkInEarly, requireSpeaker } from './booking-can.ts'
import { type BookingRecord, lockBooking, spanOf } from './lock-booking.ts'
import { promoteWaiting } from './promote-waiting.ts'
import { sayMoment } from './say-spans.ts'

interface Input {
  bookingId: string
}

/** Says that the people are there, so that the place is not released. */
export async function checkIn(ctx: Ctx, { bookingId }: Input) {
  const { record } = await lockBooking(ctx, bookingId)
  requireSpeaker(ctx, record)
  await arrive(ctx, bookingId)
  return done
}

/** Checks in whoever stands at the door; a screen there speaks for nobody, yet sees that people came. */
export async function arrive(ctx: Ctx, bookingId: string): Promise<void> {
  const { record } = await lockBooking(ctx, bookingId)
  await checkInLocked(ctx, record)
}

/** The same for one of many who may come in the same moment: whoever finds it checked in has nothing left to do. */
export async function arriveAmongMany(ctx: Ctx, bookingId: string): Promise<void> {
  const { record } = await lockBooking(ctx, bookingId)
  if (record.state !== 'CHECKED_IN') await checkInLocked(ctx, record)
}

async function checkInLocked(ctx: Ctx, record: BookingRecord): Promise<void> {
  const { from, to } = spanOf(record)
  if (ctx.now >= to) throw new Problem(409, 'bookings.over')
  const opens = new Date(from.getTime() - checkInEarly)
  if (record.state === 'CONFIRMED' && ctx.now < opens)
    throw new Problem(409, 'bookings.not_yet', { params: { from: sayMoment(opens) } })
  await ctx.move(bookingStates, 'checkIn', record.id, { set: { checked_in_at: ctx.now } })
}

/** Ends a booking that has begun; the rest of its time is free for others at once. */
export async function endBooking(ctx: Ctx, { bookingId }: Input) {
  const { record } = await lockBooking(ctx, bookingId)
  requireSpeaker(ctx, record)
  const { from } = spanOf(record)
  if (ctx.now < from) throw new Problem(409, 'bookings.not_yet', { params: { from: sayMoment(from) } })
  await finishBooking(ctx, bookingId)
  return done
}

/**
 * Ends a booking for a service that knows by itself that it is over (the vehicle is back), whoever tells it and however
 * early; one the clock has ended already stays as it is.
 */
export async function finishBooking(ctx: Ctx, bookingId: string): Promise<void> {
  const { record, resources } = await lockBooking(ctx, bookingId)
  if (record.state === 'ENDED') return
  const { to } = spanOf(record)
  await ctx.move(bookingStates, 'end', bookingId, { set: { ended_at: ctx.now, closed_at: ctx.now } })
  if (ctx.now >= to) return
  await sql`
    update bookings.hold set occupied = tstzrange(lower(occupied), greatest(${ctx.now}::timestamptz, lower(occupied) + interval '1 second'))
    where bureau_id = kernel.bureau() and booking_id = ${bookingId}`.execute(ctx.db)
  await promoteWaiting(ctx, resources, [{ from: ctx.now, to }])
}
