import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { requestCan } from '../policy.ts'
import { type RequestSelection, selectRequests } from './select-requests.ts'

/** A request the actor may read. @throws Problem 404 */
export async function findRequest(ctx: Ctx, requestId: string): Promise<RequestSelection> {
  const request = await selectRequests(ctx).where('q.id', '=', requestId).executeTakeFirst()
  if (!request) throw new Problem(404, 'kernel.not_found')
  return request
}

/** The same, locked for a change. @throws Problem 404 */
export async function lockRequest(ctx: Ctx, requestId: string): Promise<RequestSelection> {
  await ctx.db.selectFrom('fleet.request').select('id').where('id', '=', requestId).forUpdate().execute()
  return findRequest(ctx, requestId)
}

/**
 * Locked, and the step is this actor's to take now.
 * @throws Problem 404; 403 for somebody who only reads it; 409 in a state that does not allow it
 */
export async function lockFor(ctx: Ctx, requestId: string, step: string): Promise<RequestSelection> {
  // Approvals before requests, as a decision locks them: who withdraws and who decides at once do not wait in a circle.
  await ctx.db
    .selectFrom('approvals.approval')
    .select('id')
    .where('type', '=', 'fleet.request')
    .where('subject_id', '=', requestId)
    .where('state', 'in', ['PENDING', 'RETURNED'])
    .forUpdate()
    .execute()
  const request = await lockRequest(ctx, requestId)
  if (requestCan(ctx, request)[step]) return request
  const everywhere = ['SUBMITTED', 'SENT_BACK', 'APPROVED', 'ASSIGNED', 'DONE']
  const ever = everywhere.some(
    (state) =>
      requestCan(ctx, {
        ...request,
        state,
        may_pool: true,
        pool_wished: step === 'answerPool',
        rating: null,
      })[step],
  )
  throw ever ? new Problem(409, 'fleet.not_now') : new Problem(403, 'fleet.not_your_request')
}

/** Writes what happened to a request. */
export async function emitFor(
  ctx: Ctx,
  requestId: string,
  type: `fleet.${string}`,
  event: { before?: unknown; after?: unknown; reason?: string } = {},
): Promise<void> {
  await ctx.emit({ type, subjectType: 'fleet.request', subjectId: requestId, ...event })
}
