import { changeBooking, moveBooking } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { dispatchActions } from '../../actions/dispatch-actions.ts'
import { allowTrip, requireWaiting } from './allow-trip.ts'
import { leaveTrip } from './cancel-trip.ts'
import { boardRequests, requireBooks, requirePooling } from './create-trip.ts'
import { type LockedRequest, lockRequests, spanOfAll } from './lock-requests.ts'
import { type LockedTrip, lockTrip, requireNotLeft } from './lock-trip.ts'

type Actions = typeof dispatchActions

interface Arrangement {
  vehicleId: string
  driverId: string
  from: Date
  to: Date
  note: string
  requests: readonly LockedRequest[]
}

/** Another vehicle, another driver, another time, or all of it; the booking keeps all or moves none. */
export async function rearrangeTrip(
  ctx: Ctx,
  input: InputOf<Actions['rearrangeTrip']>,
): Promise<OutputOf<Actions['rearrangeTrip']>> {
  const trip = await lockTrip(ctx, input.tripId)
  requireNotLeft(trip)
  const requests = await lockRequests(ctx, trip.requestIds)
  await arrange(ctx, trip, {
    vehicleId: input.vehicleId ?? trip.vehicleId,
    driverId: input.driverId ?? trip.driverId,
    from: input.from ? new Date(input.from) : trip.from,
    to: input.to ? new Date(input.to) : trip.to,
    note: input.note ?? '',
    requests,
  })
  return done
}

/** 拼车: takes one more request along. @throws Problem 422 when seats, time or agreement do not allow it */
export async function addToTrip(
  ctx: Ctx,
  input: InputOf<Actions['addToTrip']>,
): Promise<OutputOf<Actions['addToTrip']>> {
  const trip = await lockTrip(ctx, input.tripId)
  requireNotLeft(trip)
  const requests = await lockRequests(ctx, [...trip.requestIds, input.requestId])
  const added = requests.filter(({ id }) => id === input.requestId)
  requireWaiting(ctx, added)
  requirePooling(requests)
  const span = spanOfAll([trip, ...added])
  await arrange(ctx, trip, { ...trip, ...span, note: input.note ?? '', requests })
  await boardRequests(ctx, trip, added)
  return done
}

/** Takes a request out of its trip; the last one takes the trip with it: that is a cancellation. */
export async function takeOutOfTrip(
  ctx: Ctx,
  input: InputOf<Actions['takeOutOfTrip']>,
): Promise<OutputOf<Actions['takeOutOfTrip']>> {
  const trip = await lockTrip(ctx, input.tripId)
  requireNotLeft(trip)
  if (!trip.requestIds.includes(input.requestId)) throw new Problem(404, 'kernel.not_found')
  if (trip.requestIds.length === 1)
    throw new Problem(409, 'fleet.last_of_trip', { params: { number: trip.number } })
  const requests = await lockRequests(ctx, trip.requestIds)
  const rest = requests.filter(({ id }) => id !== input.requestId)
  await leaveTrip(ctx, trip, input.requestId, input.reason, { requests: 'QUEUE' })
  await changeBooking(ctx, { bookingId: trip.id, headcount: headcountOf(rest) })
  return done
}

const headcountOf = (requests: readonly LockedRequest[]) =>
  Math.max(
    1,
    requests.reduce((sum, { passengers }) => sum + passengers, 0),
  )

/** Moves the booking, looks at what comes of it under its locks, and writes it down. */
async function arrange(ctx: Ctx, trip: LockedTrip, to: Arrangement): Promise<void> {
  if (to.to <= to.from) throw new Problem(422, 'bookings.ends_before', { path: 'to' })
  await requireBooks(ctx, to)
  await moveBooking(ctx, {
    bookingId: trip.id,
    from: to.from.toISOString(),
    to: to.to.toISOString(),
    claims: [{ resourceId: to.vehicleId }, { resourceId: to.driverId }],
  })
  const headcount = headcountOf(to.requests)
  const overruled = await allowTrip(ctx, { ...to, tripId: trip.id, fresh: false })
  await changeBooking(ctx, { bookingId: trip.id, headcount })
  await ctx.db
    .updateTable('fleet.trip')
    .set({
      vehicle_id: to.vehicleId,
      driver_id: to.driverId,
      starts_at: to.from,
      ends_at: to.to,
      ...(to.note ? { note: to.note } : {}),
    })
    .where('id', '=', trip.id)
    .execute()
  await ctx.emit({
    type: 'fleet.trip_rearranged',
    subjectType: 'fleet.trip',
    subjectId: trip.id,
    before: { vehicleId: trip.vehicleId, driverId: trip.driverId, from: trip.from, to: trip.to },
    after: {
      vehicleId: to.vehicleId,
      driverId: to.driverId,
      from: to.from,
      to: to.to,
      requestIds: to.requests.map(({ id }) => id),
      ...(overruled.length > 0 ? { overruled: overruled.map(({ code, words }) => ({ code, words })) } : {}),
    },
    ...(to.note ? { reason: to.note } : {}),
  })
}
