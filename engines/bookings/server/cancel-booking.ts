import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { bookings } from '../module.ts'
import { bookingStates } from '../states.ts'
import { requireSpeaker } from './booking-can.ts'
import { checkNotice } from './check-policy.ts'
import { type BookingRecord, findRecord, lockSeries, spanOf } from './lock-booking.ts'
import { inScope } from './pick-scope.ts'
import { type Freed, promoteWaiting } from './promote-waiting.ts'

type Action = (typeof bookings.actions)['cancelBooking']

/** Cancels one booking, or the rest of its series; who waits for the place gets it at once. */
export async function cancelBooking(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const seen = await findRecord(ctx, input.bookingId)
  requireSpeaker(ctx, seen)
  const scope = input.scope ?? 'this'
  const { records, resources } = await lockSeries(ctx, seen, (first) => inScope(ctx, first, scope, true))
  for (const record of records) {
    if (new Date(record.ends_at) <= ctx.now) throw new Problem(409, 'bookings.over')
    // The first date alone, so that a series can be ended whose next date is near: the dates after it are.
    if (record.id === input.bookingId && record.state !== 'WAITING')
      for (const { resourceId } of record.claims)
        checkNotice(ctx, resources.get(resourceId)!, new Date(record.starts_at), 'cancel')
  }
  const freed: Freed[] = []
  for (const record of records) freed.push(...(await giveUp(ctx, record, input.reason)))
  await promoteWaiting(ctx, resources, freed)
  return { cancelled: records.length }
}

/** Ends one locked booking before its time. @returns what became free */
async function giveUp(ctx: Ctx, record: BookingRecord, reason: string): Promise<Freed[]> {
  await ctx.move(bookingStates, 'cancel', record.id, { set: { closed_at: ctx.now }, reason })
  if (record.series_id) await skipDate(ctx, { seriesId: record.series_id, day: record.series_day!, reason })
  return freeHolds(ctx, record)
}

/** A date without its booking can be taken up again as long as the series knows of it. */
export async function skipDate(
  ctx: Ctx,
  skipped: { seriesId: string; day: string; reason: string },
): Promise<void> {
  const reason = skipped.reason.slice(0, 200)
  await ctx.db
    .insertInto('bookings.skipped_date')
    .values({ series_id: skipped.seriesId, day: skipped.day, reason })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'series_id', 'day']).doUpdateSet({ reason }))
    .execute()
}

/** Gives back what a booking holds. @returns its time, when it held anything */
export async function freeHolds(ctx: Ctx, record: BookingRecord): Promise<Freed[]> {
  const { numAffectedRows } = await sql`
    delete from bookings.hold where bureau_id = kernel.bureau() and booking_id = ${record.id}`.execute(ctx.db)
  return numAffectedRows ? [spanOf(record)] : []
}
