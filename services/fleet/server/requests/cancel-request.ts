import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import { requestStates } from '../../states.ts'
import { lockTrips } from '../dispatch/lock-trip.ts'
import { callOffRental } from '../rentals/cancel-rental.ts'
import { dropApproval } from './approval/begin-approval.ts'
import { lockFor } from './find-request.ts'
import { dropWishes } from './pool-wishes.ts'
import { takeFirstContact } from './take-first-contact.ts'

type Action = (typeof requestActions)['cancelRequest']

/**
 * Cancels an approved request with a reason and takes it out of its trip; an empty trip is given up after it, and a vehicle
 * rented for it is called off.
 * @throws Problem 404, 403; 409 once it is under way
 */
export async function cancelRequest(
  ctx: Ctx,
  { requestId, reason }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  // Trips before requests, as dispatch locks them.
  await lockTrips(
    ctx,
    sql`t.id in (select r.trip_id from fleet.trip_request r where r.bureau_id = t.bureau_id
      and r.request_id = ${requestId} and r.removed_at is null)`,
  )
  const request = await lockFor(ctx, requestId, 'cancel')
  const why = reason.trim()
  await dropApproval(ctx, request, why)
  await dropWishes(ctx, requestId)
  if (request.requester_person_id !== ctx.actor.personId) await takeFirstContact(ctx, [requestId])
  await ctx.db
    .updateTable('fleet.trip_request')
    .set({ removed_at: ctx.now })
    .where('request_id', '=', requestId)
    .where('removed_at', 'is', null)
    .execute()
  const rental = await callOffRental(ctx, requestId, why)
  await ctx.move(requestStates, 'cancel', requestId, {
    set: { closing_reason: why },
    reason: why,
    note: { tripId: request.trip_id, ...(rental ? { rental } : {}) },
  })
  return done
}
