import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import { lockFor } from './find-request.ts'
import { addWish } from './pool-wishes.ts'

type Action = (typeof requestActions)['askPool']

/** Asks to ride along with another's trip. @throws Problem 404, 403, 409 */
export async function askPool(
  ctx: Ctx,
  { requestId, withRequestId }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  const request = await lockFor(ctx, requestId, 'askPool')
  const asking = { ...request, from: new Date(request.starts_at) }
  return { id: await addWish(ctx, asking, withRequestId) }
}
