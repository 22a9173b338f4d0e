import { sql } from 'kysely'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import type { Ctx } from '#kernel/context.ts'
import type { Route } from '../../../route-words.ts'
import type { Reach, Way } from '../../../words.ts'
import {
  type Asked,
  farthestReach,
  isMeasured,
  legOf,
  thereAndBack,
  type Zones,
} from '../../dispatch/distances.ts'
import { readZones } from '../../dispatch/read-zones.ts'
import { timeOfUse } from './time-of-use.ts'

interface Judged {
  unit_id: string
  purpose: string
  reach: string
  distance_km: number | null
  passengers: number
  way: string
  starts_at: string
  ends_at: string
  emergency: boolean
  vehicle_class: string | null
}

interface Request extends Judged, Route {}

/** What the routes of approval may ask about a request. Of what is not known nothing holds. */
export async function readFacts(ctx: Ctx, request: Request): Promise<Record<string, string | number | null>> {
  const zones = await readZones(ctx)
  const asked = askedOf(request)
  const measured = measuredKm(zones, asked)
  // Stops make the way longer than what the requester may have thought of.
  const distance_km =
    request.stops.length > 0 && request.distance_km !== null && measured !== null
      ? Math.max(request.distance_km, measured)
      : (request.distance_km ?? measured)
  return factsOf(
    await loadCalendar(ctx, { name: 'work' }),
    { ...request, distance_km, reach: farthestReach(zones, asked) },
    distance_km === null ? null : await estimateYuan(ctx, thereAndBack(zones, asked, distance_km)),
  )
}

function askedOf({ origin, stops, destination, reach, way, distance_km }: Request): Asked {
  return { origin, stops, destination, reach: reach as Reach, way: way as Way, distanceKm: distance_km }
}

/** One way by its stops, by the table of zones; a ride in town is asked for without its kilometres. */
function measuredKm(zones: Zones, request: Asked): number | null {
  const asked = { ...request, distanceKm: null }
  return isMeasured(zones, asked) ? legOf(zones, asked).km : null
}

/** The same, where what it would cost is known already, or is not to be known. */
export function factsOf(
  calendar: WorkCalendar,
  request: Judged,
  estimatedYuan: number | null,
): Record<string, string | number | null> {
  return {
    unit: request.unit_id,
    purpose: request.purpose,
    reach: request.reach,
    distanceKm: request.distance_km,
    passengers: request.passengers,
    when: timeOfUse(calendar, new Date(request.starts_at), new Date(request.ends_at)),
    emergency: request.emergency ? 'YES' : 'NO',
    vehicleClass: request.vehicle_class,
    estimatedYuan,
  }
}

/** Whole yuan for so many kilometres, by what the centre's own trips of the last year cost; null before there are any. */
async function estimateYuan(ctx: Ctx, km: number): Promise<number | null> {
  const { rows } = await sql<{ fen_per_km: number | null }>`
    select (sum(c.fen) / nullif(sum(t.distance_km), 0))::float8 as fen_per_km
    from fleet.trip t
    join (select trip_id, sum(amount_fen) as fen from fleet.trip_cost where bureau_id = kernel.bureau() group by 1) c
      on c.trip_id = t.id
    where t.bureau_id = kernel.bureau() and t.state = 'COMPLETED' and t.distance_km > 0
      and t.starts_at > ${ctx.now}::timestamptz - interval '1 year'`.execute(ctx.db)
  const perKm = rows[0]?.fen_per_km ?? null
  return perKm === null ? null : Math.round((perKm * km) / 100)
}
