import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import { requestStates } from '../../states.ts'
import { dropApproval } from './approval/begin-approval.ts'
import { lockFor } from './find-request.ts'
import { dropWishes } from './pool-wishes.ts'

type Action = (typeof requestActions)['withdrawRequest']

/** Takes back what nobody has approved yet; whoever was asked is asked no longer. @throws Problem 404, 403, 409 */
export async function withdrawRequest(
  ctx: Ctx,
  { requestId, reason }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  const request = await lockFor(ctx, requestId, 'withdraw')
  const why = reason?.trim() || ctx.say(text('不用车了', 'No longer needed'))
  await dropApproval(ctx, request, why)
  await dropWishes(ctx, requestId)
  await ctx.move(requestStates, 'withdraw', requestId, { set: { closing_reason: why }, reason: why })
  return done
}
