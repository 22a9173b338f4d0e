import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import type { Instead } from '../../request-schema.ts'
import { requestStates } from '../../states.ts'
import { dropApproval } from './approval/begin-approval.ts'
import { momentOf } from './check-wishes.ts'
import { lockFor } from './find-request.ts'
import { findShuttles } from './offers/find-shuttles.ts'
import { taxiCapFen } from './offers/taxi-offer.ts'
import { dropWishes } from './pool-wishes.ts'

type Action = (typeof requestActions)['divertRequest']

/**
 * Goes by shuttle or taxi instead; the request ends there and is counted.
 * @throws Problem 404, 403, 409; 422 `fleet.no_taxi`, `fleet.taxi_too_dear`; 409 `fleet.shuttle_gone`
 */
export async function divertRequest(
  ctx: Ctx,
  { requestId, instead }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  const request = await lockFor(ctx, requestId, 'divert')
  await dropApproval(ctx, request, ctx.say(text('改乘其他方式', 'Goes another way')))
  await dropWishes(ctx, requestId)
  await divert(ctx, requestId, instead, {
    ...request,
    distanceKm: request.distance_km,
    from: new Date(request.starts_at),
  })
  return done
}

interface Ride {
  origin: string
  destination: string
  from: Date
  /** On the way; a shuttle keeps to its own. */
  stops?: readonly string[] | undefined
  passengers: number
  reach: string
  distanceKm?: number | null | undefined
  way?: string | undefined
  luggage?: string | undefined
  emergency?: boolean | undefined
}

/** Moves a request to DIVERTED with the way it goes; what is not offered for this ride is refused. */
export async function divert(ctx: Ctx, requestId: string, instead: Instead, ride: Ride): Promise<void> {
  const set = instead.way === 'TAXI' ? taxiOf(instead, ride) : await shuttleOf(ctx, instead, ride)
  const reason = instead.reason?.trim() || ctx.say(text('有班车同路', 'A shuttle goes this way'))
  await ctx.move(requestStates, 'divert', requestId, {
    set: { diverted_to: instead.way, closing_reason: reason, ...set },
    reason,
  })
}

function taxiOf({ capFen }: Extract<Instead, { way: 'TAXI' }>, ride: Ride) {
  const most = taxiCapFen(ride)
  if (most === null) throw new Problem(422, 'fleet.no_taxi', { path: 'instead' })
  if (capFen > most)
    throw new Problem(422, 'fleet.taxi_too_dear', { params: { yuan: most / 100 }, path: 'instead.capFen' })
  return { taxi_cap_fen: capFen }
}

async function shuttleOf(ctx: Ctx, { lineId, leavesAt }: Extract<Instead, { way: 'SHUTTLE' }>, ride: Ride) {
  const wanted = momentOf(leavesAt, 'instead.leavesAt').getTime()
  const offers = ride.stops?.length ? [] : await findShuttles(ctx, ride)
  if (!offers.some((offer) => offer.lineId === lineId && offer.leavesAt.getTime() === wanted))
    throw new Problem(409, 'fleet.shuttle_gone', { path: 'instead' })
  return { shuttle_line_id: lineId, shuttle_leaves_at: leavesAt }
}
