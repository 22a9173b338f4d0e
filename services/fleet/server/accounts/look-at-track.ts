import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { positionActions } from '../../actions/position-actions.ts'
import type { Track } from '../../position-schema.ts'
import { measureTrack } from '../trips/gps-km.ts'
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
    .select(['t.id', 't.number', 't.left_at', 't.returned_at', 't.distance_km', 't.gps_km', 'v.plate'])
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
    gpsKm: trip.gps_km ?? wayAlong(points),
    datum: (points[0]?.datum ?? null) as Track['datum'],
    points: points.map(({ at, lat, lon, speed_kmh }) => ({ at, lat, lon, speedKmh: speed_kmh })),
    keptDays: trackDays,
  }
}

/** While the trip is not measured yet: the way along the points so far, if there is no hole in it. */
function wayAlong(points: readonly { at: string; lat: number; lon: number }[]): number | null {
  const track = points.map(({ at, lat, lon }) => ({ at: Date.parse(at), lat, lon }))
  const way = measureTrack(track, track[0]?.at ?? 0, track.at(-1)?.at ?? 0)
  return way && way.holesMs === 0 ? way.km : null
}
