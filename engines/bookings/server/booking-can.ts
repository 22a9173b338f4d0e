import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { bookingStates } from '../states.ts'
import { ownUnit } from './policy.ts'

/** What the rules look at. */
export interface BookingFacts {
  state: string
  organiser_person_id: string | null
  unit_id: string
  starts_at: string
  ends_at: string
}

/** Who may speak for a booking: the organiser, the liaison of the unit, the service desk. */
export function speaksFor(ctx: Ctx, booking: Pick<BookingFacts, 'organiser_person_id' | 'unit_id'>): boolean {
  const { personId, source } = ctx.actor
  if (source === 'job' || ctx.has('bookings.manage')) return true
  if (personId !== null && booking.organiser_person_id === personId) return true
  return booking.unit_id === ownUnit(ctx)
}

/** @throws Problem 403 `bookings.not_yours` */
export function requireSpeaker(
  ctx: Ctx,
  booking: Pick<BookingFacts, 'organiser_person_id' | 'unit_id'>,
): void {
  if (!speaksFor(ctx, booking)) throw new Problem(403, 'bookings.not_yours')
}

/** How long before its beginning somebody may check in. */
export const checkInEarly = 30 * 60_000

/** Whether this actor may give it another time or place now. */
export function mayMove(ctx: Ctx, booking: BookingFacts): boolean {
  const going = ctx.now.getTime() < Date.parse(booking.ends_at)
  return going && changeable.has(booking.state) && ctx.has('bookings.book') && speaksFor(ctx, booking)
}
const changeable = new Set(['WAITING', 'CONFIRMED', 'CHECKED_IN'])

/** What this actor may do with this booking now. */
export function bookingCan(ctx: Ctx, booking: BookingFacts): Record<string, boolean> {
  const open = ctx.can(bookingStates, booking)
  const mine = speaksFor(ctx, booking) && ctx.has('bookings.book')
  const now = ctx.now.getTime()
  const [begins, ends] = [Date.parse(booking.starts_at), Date.parse(booking.ends_at)]
  const going = now < ends
  return {
    change: mine && booking.state !== 'CANCELLED' && booking.state !== 'RELEASED',
    move: mayMove(ctx, booking),
    cancel: mine && open.cancel && going,
    checkIn: mine && open.checkIn && now >= begins - checkInEarly && going,
    end: mine && open.end && now >= begins && going,
    accept: mine && open.accept,
    decline: mine && open.decline,
    displace: booking.state === 'WAITING' && ctx.has('bookings.displace'),
  }
}
