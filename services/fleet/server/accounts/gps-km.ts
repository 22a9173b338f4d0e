import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** Without at least this share of the time covered, a distance by satellite says nothing. */
const longestGapMinutes = 10

/**
 * Kilometres along the points of each trip, to one decimal: beside the odometer it tells whether both speak of the same
 * journey. Trips without points, or with a hole of more than ten minutes between two, are left out.
 */
export async function gpsKmOf(ctx: Ctx, tripIds: readonly string[]): Promise<Map<string, number>> {
  if (tripIds.length === 0) return new Map()
  const { rows } = await sql<{ trip_id: string; km: number }>`
    with step as (
      select p.trip_id, p.at - lag(p.at) over w as took, radians(p.lat)::float8 as lat, radians(p.lon)::float8 as lon,
        lag(radians(p.lat)::float8) over w as lat0, lag(radians(p.lon)::float8) over w as lon0
      from fleet.track_point p where p.bureau_id = kernel.bureau() and p.trip_id = any(${[...tripIds]}::uuid[])
      window w as (partition by p.trip_id order by p.at))
    select trip_id, round(sum(2 * 6371.0088 * asin(least(1, sqrt(power(sin((lat - lat0) / 2), 2)
      + cos(lat) * cos(lat0) * power(sin((lon - lon0) / 2), 2)))))::numeric, 1)::float8 as km
    from step where lat0 is not null group by trip_id
    having max(took) <= make_interval(mins => ${longestGapMinutes})`.execute(ctx.db)
  return new Map(rows.map(({ trip_id, km }) => [trip_id, km]))
}
