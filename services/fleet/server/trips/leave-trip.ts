import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { tripActions } from '../../actions/trip-actions.ts'
import { tripStates } from '../../states.ts'
import { requireChecked } from './check-trip.ts'
import { type LockedTrip, lockOwnTrip } from './lock-trip.ts'
import { moveRequests } from './move-requests.ts'
import { readOdometer } from './read-odometer.ts'
import { recordStep, stepTime } from './record-step.ts'

type Action = (typeof tripActions)['leaveTrip']

/**
 * 出车: after the check, with the odometer as it stands; its requests are under way with it.
 * @throws Problem 403, 404; 409 `fleet.still_out` when the driver has another trip under way, `kernel.wrong_state`;
 * 422 `fleet.check_incomplete`, `fleet.check_failed`, `fleet.odometer_falls`
 */
export async function leaveTrip(
  ctx: Ctx,
  { tripId, km, photoId }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  const trip = await lockOwnTrip(ctx, tripId)
  if (trip.state === 'ASSIGNED') {
    await requireOneTrip(ctx, trip)
    await requireChecked(ctx, trip)
  }
  const time = await stepTime(ctx, trip)
  await ctx.move(tripStates, 'leave', tripId, { set: { left_at: time.at, odometer_out_km: km } })
  await moveRequests(ctx, trip, 'depart')
  await readOdometer(ctx, trip, 'TRIP_OUT', { at: time.at, km, photoId })
  await recordStep(ctx, trip, 'LEFT', time)
  return done
}

async function requireOneTrip(ctx: Ctx, trip: LockedTrip): Promise<void> {
  // Two phones of one driver: the second waits here for the first.
  await ctx.db.selectFrom('fleet.driver').select('id').where('id', '=', trip.driver_id).forUpdate().execute()
  const out = await ctx.db
    .selectFrom('fleet.trip')
    .select('number')
    .where('driver_id', '=', trip.driver_id)
    .where('state', 'in', ['UNDER_WAY', 'WAITING'])
    .where('id', '<>', trip.id)
    .executeTakeFirst()
  if (out) throw new Problem(409, 'fleet.still_out', { params: { number: out.number } })
}
