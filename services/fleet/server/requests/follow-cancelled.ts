import { sql } from 'kysely'
import { cancelBooking, changeBooking } from '#engines/bookings/server/api.ts'
import { text } from '#kernel/contract/text.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import { endTrip } from '../dispatch/cancel-trip.ts'
import { lockTrips } from '../dispatch/lock-trip.ts'

/**
 * A trip that has lost its passenger: the last one takes the trip with it, so that vehicle and driver are free again; with
 * others left it holds fewer seats. Looks at the trip as it is now, so twice does no harm.
 */
const follow: EventHandler = async (ctx, event) => {
  const { tripId } = (event.after ?? {}) as { tripId?: string | null }
  if (!tripId) return
  const [trip] = await lockTrips(ctx, sql`t.id = ${tripId} and t.state = 'ASSIGNED'`)
  if (!trip) return
  if (trip.requestIds.length === 0) {
    const reason = event.reason ?? ctx.say(text('用车取消', 'The ride was cancelled'))
    // Heard only once its time is over (a server stood still): nothing is held any longer that could be given back.
    if (trip.to > ctx.now) await cancelBooking(ctx, { bookingId: trip.id, reason })
    return endTrip(ctx, trip, reason, { requests: 'QUEUE' })
  }
  const { rows } = await sql<{ headcount: number }>`
    select sum(passengers)::integer as headcount from fleet.request
    where bureau_id = kernel.bureau() and id = any(${trip.requestIds}::uuid[])`.execute(ctx.db)
  await changeBooking(ctx, { bookingId: trip.id, headcount: rows[0]!.headcount })
}

export const followCancelled: Record<string, EventHandler[]> = { 'fleet.request_cancelled': [follow] }
