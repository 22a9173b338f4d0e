import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { bookings } from '../module.ts'
import { mainClaim, whoGivesWay } from './displace-bookings.ts'
import { findElsewhere, findOtherTimes } from './find-alternatives.ts'
import { findRecord, spanOf } from './lock-booking.ts'
import { readResources } from './preview-series.ts'
import { readBookingRow } from './read-booking.ts'

type Action = (typeof bookings.actions)['previewDisplacement']

/**
 * Who would give way to a waiting booking, and the places each may be offered, before anything is decided.
 * @throws Problem 404, 409 as the decision itself
 */
export async function previewDisplacement(
  ctx: Ctx,
  { bookingId }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  const winner = await findRecord(ctx, bookingId)
  const givingWay: OutputOf<Action>['givingWay'] = []
  for (const victim of await whoGivesWay(ctx, winner, false)) {
    const resources = await readResources(
      ctx,
      victim.claims.map(({ resourceId }) => resourceId),
    )
    const resourceId = mainClaim(victim, resources)?.resourceId ?? null
    const missed = { ...spanOf(victim), headcount: victim.headcount, promised: [spanOf(winner)] }
    givingWay.push({
      booking: await readBookingRow(ctx, victim.id),
      insteadOf: resourceId,
      places: resourceId
        ? [
            ...(await findElsewhere(ctx, { ...missed, resourceId })),
            ...(await findOtherTimes(ctx, { ...missed, resourceId })),
          ]
        : [],
    })
  }
  return { givingWay }
}
