import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import { type ChangeableField, changeable } from '../../request-words.ts'
import { emitFor, lockFor } from './find-request.ts'

type Action = (typeof requestActions)['changeRequest']

/**
 * What no approval depends on: whom the driver rings, luggage, whether others may come along; until it leaves. Whoever
 * holds it is told. Telephone numbers stay out of the history, which is kept longer than they are.
 * @throws Problem 404, 403; 409 `fleet.not_now` once it is under way, `fleet.changed_meanwhile` when the actor read an
 *   older version
 */
export async function changeRequest(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const request = await lockFor(ctx, input.requestId, 'change')
  if (input.version !== request.version) throw new Problem(409, 'fleet.changed_meanwhile')
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
  const fields = (Object.keys(changeable) as ChangeableField[]).filter(
    (field) => before[field] !== after[field],
  )
  // The same again: a phone that lost its connection.
  if (fields.length === 0) return done
  await ctx.db.updateTable('fleet.request').set(after).where('id', '=', input.requestId).execute()
  await emitFor(ctx, input.requestId, 'fleet.request_changed', {
    before: { luggage: before.luggage, mayPool: before.may_pool },
    after: { fields, luggage: after.luggage, mayPool: after.may_pool },
  })
  return done
}
