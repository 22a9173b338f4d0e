import { sql } from 'kysely'
import { cancelBooking } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { dispatchActions } from '../../actions/dispatch-actions.ts'
import { requestStates, tripStates } from '../../states.ts'
import { lockRequests } from './lock-requests.ts'
import { type LockedTrip, lockTrip, requireNotLeft } from './lock-trip.ts'

type Action = (typeof dispatchActions)['cancelTrip']

/** Cancels a trip that has not left; its requests go back to the queue, or are cancelled with it. */
export async function cancelTrip(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const trip = await lockTrip(ctx, input.tripId)
  requireNotLeft(trip)
  if (trip.requestIds.length > 0) await lockRequests(ctx, trip.requestIds)
  await cancelBooking(ctx, { bookingId: trip.id, reason: input.reason })
  await endTrip(ctx, trip, input.reason, { requests: input.requests })
  return done
}

/** What becomes of a locked trip's requests: back into the queue, to its head, or cancelled. */
export interface Fate {
  requests: 'QUEUE' | 'HEAD' | 'CANCEL'
}

/** Ends a locked trip whose booking holds nothing any more. */
export async function endTrip(ctx: Ctx, trip: LockedTrip, reason: string, { requests }: Fate): Promise<void> {
  await ctx.move(tripStates, 'cancel', trip.id, { set: { cancel_reason: reason }, reason })
  for (const requestId of trip.requestIds) await leaveTrip(ctx, trip, requestId, reason, { requests })
}

/** Takes one locked request out of its locked trip. */
export async function leaveTrip(
  ctx: Ctx,
  trip: LockedTrip,
  requestId: string,
  reason: string,
  { requests }: Fate,
): Promise<void> {
  await sql`
    update fleet.trip_request set removed_at = ${ctx.now}
    where bureau_id = kernel.bureau() and trip_id = ${trip.id} and request_id = ${requestId}`.execute(ctx.db)
  const note = { trip: trip.number }
  if (requests === 'CANCEL')
    await ctx.move(requestStates, 'cancel', requestId, { set: { closing_reason: reason }, reason, note })
  else
    await ctx.move(requestStates, 'unassign', requestId, {
      set: requests === 'HEAD' ? { displaced_at: ctx.now, displaced_reason: reason } : {},
      reason,
      note,
    })
}
