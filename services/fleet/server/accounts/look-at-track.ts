import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { positionActions } from '../../actions/position-actions.ts'
import type { Track } from '../../position-schema.ts'
import { gpsKmOf } from './gps-km.ts'
import { trackDays } from './retention.ts'

type Actions = typeof positionActions

/** A trip's points; that somebody looked, and why, is on record before they are given. @throws Problem 404 */
export async function lookAtTrack(
  ctx: Ctx,
  { tripId, reason }: InputOf<Actions['lookAtTrack']>,
): Promise<OutputOf<Actions['lookAtTrack']>> {
  const trip = await ctx.db
    .selectFrom('fleet.trip as t')
    .innerJoin('fleet.vehicle as v', (join) =>
      join.onRef('v.bureau_id', '=', 't.bureau_id').onRef('v.id', '=', 't.vehicle_id'),
    )
    .select(['t.id', 't.number', 't.left_at', 't.returned_at', 't.distance_km', 'v.plate'])
    .where('t.id', '=', tripId)
    .executeTakeFirst()
  if (!trip) throw new Problem(404, 'kernel.not_found')
  const points = await ctx.db
    .selectFrom('fleet.track_point')
    .select(['at', 'lat', 'lon', 'speed_kmh', 'datum'])
    .where('trip_id', '=', tripId)
    .orderBy('at')
    .execute()
  await ctx.emit({
    type: 'fleet.track_read',
    subjectType: 'fleet.trip',
    subjectId: tripId,
    reason,
    after: { number: trip.number, points: points.length },
  })
  return {
    tripId,
    number: trip.number,
    plate: trip.plate,
    leftAt: trip.left_at,
    returnedAt: trip.returned_at,
    odometerKm: trip.distance_km,
    gpsKm: (await gpsKmOf(ctx, [tripId])).get(tripId) ?? null,
    datum: (points[0]?.datum ?? null) as Track['datum'],
    points: points.map(({ at, lat, lon, speed_kmh }) => ({ at, lat, lon, speedKmh: speed_kmh })),
    keptDays: trackDays,
  }
}

/** Who looked at which track and why, the latest first: from the audit trail itself. */
export async function listTrackLooks(
  ctx: Ctx,
  input: InputOf<Actions['listTrackLooks']>,
): Promise<OutputOf<Actions['listTrackLooks']>> {
  const query = ctx.db
    .selectFrom('kernel.event')
    .select(['id', 'at', 'actor_name', 'reason', 'after'])
    .where('type', '=', 'fleet.track_read')
  const { items, next } = await keysetPage(query, input, { by: [{ column: 'at', direction: 'desc' }] })
  return {
    items: items.map((row) => ({
      id: row.id,
      at: row.at,
      by: row.actor_name,
      number: String((row.after as { number?: string } | null)?.number ?? ''),
      reason: row.reason ?? '',
    })),
    next,
  }
}
