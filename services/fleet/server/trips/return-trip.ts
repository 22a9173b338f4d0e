import { finishBooking } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { tripActions } from '../../actions/trip-actions.ts'
import { tripStates } from '../../states.ts'
import { lockOwnTrip } from './lock-trip.ts'
import { moveRequests } from './move-requests.ts'
import { readOdometer } from './read-odometer.ts'
import { reconcileTrips } from './reconcile-trips.ts'
import { recordStep, stepTime } from './record-step.ts'
import { lateMs, tellLate } from './watch-late-trips.ts'

type Action = (typeof tripActions)['returnTrip']

/**
 * 收车: the odometer closes the trip and its requests, vehicle and driver are free at once, and request, approval, trip
 * and odometer are compared. A late one is told to the dispatcher with the trips it clashes with.
 * @throws Problem 403, 404, 409; 422 `fleet.odometer_falls`
 */
export async function returnTrip(
  ctx: Ctx,
  { tripId, km, photoId }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  const trip = await lockOwnTrip(ctx, tripId)
  const time = await stepTime(ctx, trip)
  if (trip.state === 'UNDER_WAY' || trip.state === 'WAITING')
    await readOdometer(ctx, trip, 'TRIP_IN', { at: time.at, km, photoId })
  await ctx.move(tripStates, 'comeBack', tripId, { set: { returned_at: time.at, odometer_in_km: km } })
  await moveRequests(ctx, trip, 'finish')
  await finishBooking(ctx, tripId)
  await recordStep(ctx, trip, 'RETURNED', time)
  const late = time.at.getTime() - Date.parse(trip.ends_at)
  if (late > lateMs && trip.late_told_at === null) await tellLate(ctx, trip, time.at)
  const [judged] = await reconcileTrips(ctx, [tripId])
  return { light: judged!.light }
}
