import type { Outcome } from '#engines/approvals/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import { requestStates } from '../../../states.ts'
import { emitFor } from '../find-request.ts'
import { dropWishes } from '../pool-wishes.ts'
import { takeFirstContact } from '../take-first-contact.ts'

interface By {
  name: string
  reason: string | null
}

/** What a decision does to a request, in its transaction. @throws Problem 409 when the request has moved on */
export async function decideRequest(ctx: Ctx, requestId: string, outcome: Outcome, by: By): Promise<void> {
  const request = await ctx.db
    .selectFrom('fleet.request')
    .select(['id', 'state', 'after_approval'])
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const reason = by.reason ?? ctx.say(text('没有写明原因', 'No reason given'))
  if (outcome !== 'WITHDRAWN') await takeFirstContact(ctx, [requestId])
  if (outcome !== 'APPROVED' && outcome !== 'RETURNED') await dropWishes(ctx, requestId)
  if (request.after_approval !== null) return decideAfterwards(ctx, request, outcome, reason)
  const options = { set: { closing_reason: reason }, reason }
  if (outcome === 'APPROVED')
    await ctx.move(requestStates, 'approve', requestId, {
      set: { approved_at: ctx.now, closing_reason: null },
      ...(by.reason ? { reason: by.reason } : {}),
    })
  else if (outcome === 'REFUSED') await ctx.move(requestStates, 'refuse', requestId, options)
  else if (outcome === 'RETURNED') await ctx.move(requestStates, 'sendBack', requestId, options)
  else await ctx.move(requestStates, 'withdraw', requestId, options)
}

const events = {
  APPROVED: 'fleet.emergency_approved',
  REFUSED: 'fleet.emergency_refused',
  RETURNED: 'fleet.emergency_returned',
  WITHDRAWN: 'fleet.emergency_refused',
} as const

/** 先派后批: the vehicle is under way by now; what nobody agreed to stays red, and what has not been dispatched ends. */
async function decideAfterwards(
  ctx: Ctx,
  { id, state }: { id: string; state: string },
  outcome: Outcome,
  reason: string,
): Promise<void> {
  const after = outcome === 'WITHDRAWN' ? 'REFUSED' : outcome
  await ctx.db
    .updateTable('fleet.request')
    .set({ after_approval: after, ...(after === 'APPROVED' ? { approved_at: ctx.now } : {}) })
    .where('id', '=', id)
    .execute()
  await emitFor(ctx, id, events[outcome], after === 'APPROVED' ? {} : { reason })
  if (after === 'REFUSED' && state === 'APPROVED')
    await ctx.move(requestStates, 'cancel', id, { set: { closing_reason: reason }, reason })
}
