import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import { emitFor, lockFor } from './find-request.ts'

type Action = (typeof requestActions)['changeRequest']

/**
 * What no approval depends on: whom the driver rings, luggage, whether others may come along. Whoever holds it is told.
 * @throws Problem 404, 403; 409 once it is under way
 */
export async function changeRequest(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const request = await lockFor(ctx, input.requestId, 'change')
  const before = {
    contact_phone: request.contact_phone,
    luggage: request.luggage,
    may_pool: request.may_pool,
  }
  const after = {
    contact_phone: input.contactPhone?.trim() ?? before.contact_phone,
    luggage: input.luggage ?? before.luggage,
    may_pool: input.mayPool ?? before.may_pool,
  }
  await ctx.db.updateTable('fleet.request').set(after).where('id', '=', input.requestId).execute()
  await emitFor(ctx, input.requestId, 'fleet.request_changed', { before, after })
  return done
}
