import { sql } from 'kysely'
import { cancelBooking } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { dispatchActions } from '../../actions/dispatch-actions.ts'
import { requireWaiting } from './allow-trip.ts'
import { endTrip } from './cancel-trip.ts'
import { createTrip } from './create-trip.ts'
import { lockRequests } from './lock-requests.ts'
import { lockTrips } from './lock-trip.ts'
import { proposeFor } from './propose.ts'

type Action = (typeof dispatchActions)['takeForEmergency']

/**
 * An emergency takes vehicle and driver of ordinary trips by decision: those give way in the same transaction, go to the
 * head of the queue with the reason, and are offered the best that is left. All of it or nothing.
 * @throws Problem 409 `fleet.no_emergency`, `fleet.not_lower` when an emergency or a trip on the road holds them
 */
export async function takeForEmergency(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const { requestId, vehicleId, driverId, reason } = input
  const [winner] = await readSpan(ctx, requestId)
  if (!winner) throw new Problem(404, 'kernel.not_found')
  // Trips before requests before resources, as everywhere.
  const trips = await lockTrips(
    ctx,
    sql`t.state in ('ASSIGNED', 'UNDER_WAY', 'WAITING') and (t.vehicle_id = ${vehicleId} or t.driver_id = ${driverId})
      and t.starts_at < ${winner.endsAt}::timestamptz and t.ends_at > ${winner.startsAt}::timestamptz`,
  )
  const requests = await lockRequests(ctx, [requestId, ...trips.flatMap((trip) => trip.requestIds)])
  const [emergency, ...others] = requests
  requireWaiting(ctx, [emergency!])
  if (!emergency!.emergency) throw new Problem(409, 'fleet.no_emergency', { path: 'requestId' })
  const higher = trips.find(({ state }) => state !== 'ASSIGNED')
  if (higher || others.some((request) => request.emergency)) throw new Problem(409, 'fleet.not_lower')
  for (const trip of trips) {
    await cancelBooking(ctx, { bookingId: trip.id, reason })
    await endTrip(ctx, trip, reason, { requests: 'HEAD' })
  }
  const created = await createTrip(ctx, { vehicleId, driverId, requestIds: [requestId], note: reason })
  const displaced: OutputOf<Action>['displaced'] = []
  for (const request of others) {
    const [best] = await proposeFor(ctx, request, 1)
    displaced.push({ requestId: request.id, number: request.number, offered: best ?? null })
    await ctx.emit({
      type: 'fleet.request_displaced',
      subjectType: 'fleet.request',
      subjectId: request.id,
      after: { by: emergency!.number, offered: best ? { plate: best.plate, driver: best.driverName } : null },
      reason,
    })
  }
  return { id: created.id, number: created.number, displaced }
}

async function readSpan(ctx: Ctx, requestId: string) {
  const { rows } = await sql<{ startsAt: string; endsAt: string }>`
    select starts_at as "startsAt", ends_at as "endsAt" from fleet.request
    where bureau_id = kernel.bureau() and id = ${requestId}`.execute(ctx.db)
  return rows
}
