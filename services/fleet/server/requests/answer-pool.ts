import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import { lockTrips } from '../dispatch/lock-trip.ts'
import { addToTrip } from '../dispatch/rearrange-trip.ts'
import { emitFor, lockFor } from './find-request.ts'
import { takeFirstContact } from './take-first-contact.ts'

type Action = (typeof requestActions)['answerPool']

/**
 * The dispatcher agrees or declines with a reason; both requesters are told. Where the other has its vehicle and this one
 * is approved, agreeing puts it into that trip, with the dispatch's own checks; else the board proposes them together.
 * @throws Problem 404, 403; 409 when nobody asks any longer; 422 without a reason for a refusal, or when the trip
 *   cannot take it
 */
export async function answerPool(
  ctx: Ctx,
  { requestId, agree, reason }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  // Trips before requests, as dispatch locks them.
  const [trip] = await lockTrips(
    ctx,
    sql`t.state = 'ASSIGNED' and t.id in (select r.trip_id from fleet.trip_request r
      join fleet.pool_wish w on w.bureau_id = r.bureau_id and w.with_request_id = r.request_id
      where r.bureau_id = t.bureau_id and r.removed_at is null and w.answer is null and w.request_id = ${requestId})`,
  )
  const request = await lockFor(ctx, requestId, 'answerPool')
  if (!agree && !reason?.trim()) throw new Problem(422, 'fleet.reason_needed', { path: 'reason' })
  const { rows } = await sql<{ id: string; with_request_id: string }>`
    update fleet.pool_wish set answer = ${agree ? 'AGREED' : 'DECLINED'}, answered_at = ${ctx.now},
      answered_by = ${ctx.actor.name}, reason = ${reason?.trim() || null}
    where bureau_id = kernel.bureau() and request_id = ${requestId} and answer is null
    returning id, with_request_id`.execute(ctx.db)
  const wish = rows[0]
  if (!wish) throw new Problem(409, 'fleet.not_now')
  await takeFirstContact(ctx, [requestId])
  await emitFor(ctx, requestId, agree ? 'fleet.pool_agreed' : 'fleet.pool_declined', {
    after: { wishId: wish.id, withRequestId: wish.with_request_id },
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
  })
  if (agree && trip && request.state === 'APPROVED')
    await addToTrip(ctx, { tripId: trip.id, requestId, ...(reason?.trim() ? { note: reason.trim() } : {}) })
  return done
}
