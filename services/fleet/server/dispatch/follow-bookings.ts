import { sql } from 'kysely'
import { cancelBooking } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import { line } from '../../words.ts'
import { endTrip } from './cancel-trip.ts'
import { lockRequests } from './lock-requests.ts'
import { type LockedTrip, lockTrips } from './lock-trip.ts'

interface Booked {
  state: string
  startsAt: string
  endsAt: string
  vehicleId: string | null
  driverId: string | null
}

/** The trip follows what became of its booking; it looks at the booking as it is now, so twice does no harm. */
const follow: EventHandler = async (ctx, event) => {
  if (!event.subjectId) return
  const [trip] = await lockTrips(ctx, sql`t.id = ${event.subjectId} and t.state <> 'CANCELLED'`)
  const booked = trip && (await readBooked(ctx, trip.id))
  if (!trip || !booked) return
  const reason = event.reason ?? '预订已改动'
  const given = ['CANCELLED', 'RELEASED'].includes(booked.state)
  // Somebody left it without a vehicle or a driver, or without its place: the requests wait for another.
  const homeless = booked.state === 'WAITING' || booked.vehicleId === null || booked.driverId === null
  if (trip.state === 'ASSIGNED' && (given || homeless)) {
    if (trip.requestIds.length > 0) await lockRequests(ctx, trip.requestIds)
    if (!given) await cancelBooking(ctx, { bookingId: trip.id, reason })
    const displaced = event.type === 'bookings.displaced'
    await endTrip(ctx, trip, reason, { requests: displaced ? 'HEAD' : 'QUEUE' })
    return
  }
  if (!given && !homeless) await writePlace(ctx, trip, booked)
}

async function readBooked(ctx: Ctx, bookingId: string): Promise<Booked | undefined> {
  const { rows } = await sql<Booked>`
    select b.state, b.starts_at as "startsAt", b.ends_at as "endsAt",
      (select v.id from bookings.claim c join fleet.vehicle v on v.bureau_id = c.bureau_id and v.id = c.resource_id
        where c.bureau_id = b.bureau_id and c.booking_id = b.id limit 1) as "vehicleId",
      (select d.id from bookings.claim c join fleet.driver d on d.bureau_id = c.bureau_id and d.id = c.resource_id
        where c.bureau_id = b.bureau_id and c.booking_id = b.id limit 1) as "driverId"
    from bookings.booking b where b.bureau_id = kernel.bureau() and b.id = ${bookingId} and b.line = ${line}`.execute(
    ctx.db,
  )
  return rows[0]
}

/** Time, vehicle and driver as the booking has them; nothing is written where nothing differs. */
async function writePlace(ctx: Ctx, trip: LockedTrip, booked: Booked): Promise<void> {
  if (!['ASSIGNED', 'UNDER_WAY', 'WAITING'].includes(trip.state)) return
  const after = {
    vehicleId: booked.vehicleId!,
    driverId: booked.driverId!,
    from: new Date(booked.startsAt),
    to: new Date(booked.endsAt),
  }
  const before = { vehicleId: trip.vehicleId, driverId: trip.driverId, from: trip.from, to: trip.to }
  if (JSON.stringify(before) === JSON.stringify(after)) return
  await ctx.db
    .updateTable('fleet.trip')
    .set({
      vehicle_id: after.vehicleId,
      driver_id: after.driverId,
      starts_at: after.from,
      ends_at: after.to,
    })
    .where('id', '=', trip.id)
    .execute()
  await ctx.emit({
    type: 'fleet.trip_rearranged',
    subjectType: 'fleet.trip',
    subjectId: trip.id,
    before,
    after,
  })
}

/** What of the bookings engine the trips listen to. */
export const followBookings: Record<string, EventHandler[]> = {
  'bookings.moved': [follow],
  'bookings.cancelled': [follow],
  'bookings.displaced': [follow],
  'bookings.promoted': [follow],
  'bookings.released': [follow],
  'bookings.offer_accepted': [follow],
  'bookings.offer_declined': [follow],
}
