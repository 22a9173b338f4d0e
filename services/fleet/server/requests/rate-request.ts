import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import { isClient } from '../policy.ts'
import { emitFor, lockRequest } from './find-request.ts'

type Action = (typeof requestActions)['rateRequest']

/**
 * How the passenger found the ride, once: one tap gives the whole, each of the four parts is optional.
 * @throws Problem 404; 403 for others and for one's own driving; 409 before its end, and a second time
 */
export async function rateRequest(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const request = await lockRequest(ctx, input.requestId)
  if (!isClient(ctx, request)) throw new Problem(403, 'fleet.not_your_request')
  if (request.driver_person_id !== null && request.driver_person_id === ctx.actor.personId)
    throw new Problem(403, 'fleet.own_driving')
  if (request.state !== 'DONE') throw new Problem(409, 'fleet.not_over')
  if (request.rating !== null) throw new Problem(409, 'fleet.rated_already')
  const { requestId, comment = '', ...marks } = input
  await ctx.db
    .insertInto('fleet.rating')
    .values({
      ...marks,
      request_id: requestId,
      comment: comment.trim(),
      at: ctx.now,
      by_person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
    })
    .execute()
  await emitFor(ctx, requestId, 'fleet.request_rated', { after: { ...marks, comment: comment.trim() } })
  return done
}
