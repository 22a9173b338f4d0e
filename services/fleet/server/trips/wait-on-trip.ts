import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { tripActions } from '../../actions/trip-actions.ts'
import { tripStates } from '../../states.ts'
import { lockOwnTrip } from './lock-trip.ts'
import { recordStep, stepTime } from './record-step.ts'

type Actions = typeof tripActions

/** 到达等候 at a place: of the requests' destinations unless the driver says otherwise. @throws Problem 403, 404, 409 */
export async function waitOnTrip(
  ctx: Ctx,
  { tripId, place }: InputOf<Actions['waitOnTrip']>,
): Promise<OutputOf<Actions['waitOnTrip']>> {
  const trip = await lockOwnTrip(ctx, tripId)
  const time = await stepTime(ctx, trip)
  await ctx.move(tripStates, 'wait', tripId)
  await recordStep(ctx, trip, 'ARRIVED', time, place?.trim() ?? '')
  return done
}

/** 继续行驶. @throws Problem 403, 404, 409 */
export async function resumeTrip(
  ctx: Ctx,
  { tripId }: InputOf<Actions['resumeTrip']>,
): Promise<OutputOf<Actions['resumeTrip']>> {
  const trip = await lockOwnTrip(ctx, tripId)
  const time = await stepTime(ctx, trip)
  await ctx.move(tripStates, 'resume', tripId)
  await recordStep(ctx, trip, 'WENT_ON', time)
  return done
}
