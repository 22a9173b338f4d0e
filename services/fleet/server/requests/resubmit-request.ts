import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import { requestStates } from '../../states.ts'
import { againApproval } from './approval/begin-approval.ts'
import { checkWishes } from './check-wishes.ts'
import { emitFor, lockFor } from './find-request.ts'

type Action = (typeof requestActions)['resubmitRequest']

/**
 * Hands in again what was sent back, completed; the approval begins a new round with the route that fits now. Of an
 * emergency under way only the reason is completed: its trip is no longer the requester's to change.
 * @throws Problem 404, 403; 409 when it was not sent back; 422 at its field
 */
export async function resubmitRequest(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const { requestId, ...wishes } = input
  const request = await lockFor(ctx, requestId, 'resubmit')
  const reason = wishes.reason.trim()
  if (request.after_approval === 'RETURNED') {
    await ctx.db
      .updateTable('fleet.request')
      .set({ reason, after_approval: 'PENDING' })
      .where('id', '=', requestId)
      .execute()
    await emitFor(ctx, requestId, 'fleet.request_changed', {
      before: { reason: request.reason },
      after: { reason },
    })
  } else {
    const { from, to } = checkWishes(ctx, wishes)
    await ctx.move(requestStates, 'resubmit', requestId, {
      set: {
        reason,
        purpose: wishes.purpose,
        passengers: wishes.passengers,
        origin: wishes.origin,
        stops: wishes.stops ?? [],
        destination: wishes.destination,
        reach: wishes.reach,
        distance_km: wishes.distanceKm ?? null,
        way: wishes.way,
        starts_at: from,
        ends_at: to,
        luggage: wishes.luggage ?? request.luggage,
        may_pool: wishes.mayPool ?? request.may_pool,
        contact_phone: wishes.contactPhone?.trim() || request.contact_phone,
      },
    })
  }
  return { state: await againApproval(ctx, requestId) }
}
