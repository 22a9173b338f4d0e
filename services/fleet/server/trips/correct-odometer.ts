import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { tripActions } from '../../actions/trip-actions.ts'
import { recordReading } from '../register/record-reading.ts'
import { lockTrip } from './lock-trip.ts'
import { reconcileTrips } from './reconcile-trips.ts'

type Action = (typeof tripActions)['correctOdometer']

/**
 * A reading that was wrong is voided with the reason, and the right one takes its place and its photo; the trip follows.
 * @throws Problem 404; 409 `fleet.no_reading_to_correct`; 422 `fleet.odometer_falls`
 */
export async function correctOdometer(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const { tripId, km, reason } = input
  const trip = await lockTrip(ctx, tripId)
  const source = input.reading === 'OUT' ? ('TRIP_OUT' as const) : ('TRIP_IN' as const)
  const wrong = await ctx.db
    .updateTable('fleet.odometer_reading')
    .set({ voided_at: ctx.now, voided_by: ctx.actor.name, void_reason: reason })
    .where('trip_id', '=', tripId)
    .where('source', '=', source)
    .where('voided_at', 'is', null)
    .returning(['at', 'km', 'photo_id', 'driver_id'])
    .executeTakeFirst()
  if (!wrong) throw new Problem(409, 'fleet.no_reading_to_correct')
  const [out, back] = input.reading === 'OUT' ? [km, trip.odometer_in_km] : [trip.odometer_out_km, km]
  if (out !== null && back !== null && back < out)
    throw new Problem(422, 'fleet.odometer_falls', { params: { km, before: out, after: back }, path: 'km' })
  await recordReading(ctx, {
    vehicleId: trip.vehicle_id,
    at: new Date(wrong.at),
    km,
    source,
    tripId,
    driverId: wrong.driver_id,
    photoId: wrong.photo_id,
    note: reason,
  })
  await ctx.db
    .updateTable('fleet.trip')
    .set(input.reading === 'OUT' ? { odometer_out_km: km } : { odometer_in_km: km })
    .where('id', '=', tripId)
    .execute()
  await ctx.emit({
    type: 'fleet.trip_odometer_corrected',
    subjectType: 'fleet.trip',
    subjectId: tripId,
    before: { reading: input.reading, km: wrong.km },
    after: { reading: input.reading, km },
    reason,
  })
  if (trip.state === 'COMPLETED') await reconcileTrips(ctx, [tripId])
  return done
}
