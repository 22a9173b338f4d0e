import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** A position of a terminal: degrees, and the moment by its clock in milliseconds. */
export interface GpsPoint {
  at: number
  lat: number
  lon: number
}

const earthKm = 6371.0088
const aMinute = 60_000
/** No car goes faster: a step beyond is a fault of the receiver, not a way. */
const possibleKmh = 200
/** So few points between two impossible steps are the fault themselves. */
const trustedRun = 3
/** A receiver at rest wanders by some metres; what is nearer than this has not moved. */
const restKm = 0.03
/** Longer without a point, and nobody knows the way between. */
const holeMs = 10 * aMinute
/** A terminal sleeps while the car stands: a long pause that ends where it began is no hole. */
const standingKm = 1
/** So much of the time from leaving to coming back may lie in holes for the length to be believed. */
const holesShare = 0.1

/** Kilometres along the surface of the earth (haversine). */
export function kmBetween(one: GpsPoint, other: GpsPoint): number {
  const rad = Math.PI / 180
  const half = (from: number, to: number) => Math.sin(((to - from) * rad) / 2) ** 2
  const h =
    half(one.lat, other.lat) + Math.cos(one.lat * rad) * Math.cos(other.lat * rad) * half(one.lon, other.lon)
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

function isPossible(one: GpsPoint, other: GpsPoint): boolean {
  const hours = (other.at - one.at) / (60 * aMinute)
  return kmBetween(one, other) <= restKm + possibleKmh * hours
}

/** The points without those that jumped away and came back. */
function withoutJumps(points: readonly GpsPoint[]): GpsPoint[] {
  const runs: GpsPoint[][] = []
  for (const point of points) {
    const run = runs.at(-1)
    if (run && isPossible(run.at(-1)!, point)) run.push(point)
    else runs.push([point])
  }
  return runs.filter(({ length }) => length >= trustedRun).flat()
}

/**
 * The way along the points (in the order of time), and how much of the time between two moments it leaves open. A step nobody can have
 * driven counts neither as way nor as known.
 * @returns km to one decimal and holes in milliseconds; null with too few points
 */
export function measureTrack(
  given: readonly GpsPoint[],
  from: number,
  to: number,
): { km: number; holesMs: number } | null {
  const points = withoutJumps(given)
  const [first] = points
  if (!first) return null
  const edges = [first.at - from, to - points.at(-1)!.at]
  let holesMs = edges.reduce((sum, edge) => sum + (edge > holeMs ? edge : 0), 0)
  let km = 0
  let anchor = first
  for (const [index, point] of points.entries()) {
    const before = points[index - 1] ?? first
    const took = point.at - before.at
    if (!isPossible(before, point)) {
      holesMs += took
      anchor = point
      continue
    }
    if (took > holeMs && kmBetween(before, point) > standingKm) holesMs += took
    const step = kmBetween(anchor, point)
    if (step < restKm) continue
    km += step
    anchor = point
  }
  return { km: Math.round(km * 10) / 10, holesMs }
}

/**
 * The length of a trip by satellite, from leaving to coming back. It is judged when at least nine tenths of that time are covered: by points
 * at most ten minutes apart, or by a pause that ends where it began.
 * @returns km, or null where the points cover too little
 */
export function gpsKmOf(points: readonly GpsPoint[], leftAt: number, returnedAt: number): number | null {
  const within = points.filter(({ at }) => at >= leftAt && at <= returnedAt)
  const track = measureTrack(within, leftAt, returnedAt)
  return track && track.holesMs <= holesShare * (returnedAt - leftAt) ? track.km : null
}

/** By how much odometer and satellite may differ: tyres, corners cut between two points, whole kilometres. */
const small = { km: 3, share: 0.1 }
const large = { km: 10, share: 0.3 }

/** How far the odometer is from the satellite; null while both agree. Kilometres. */
export function gpsDeviation(odometerKm: number, gpsKm: number): 'SMALL' | 'LARGE' | null {
  const apart = Math.abs(odometerKm - gpsKm)
  const beyond = ({ km, share }: typeof small) => apart > Math.max(km, share * odometerKm) + 1e-9
  return beyond(large) ? 'LARGE' : beyond(small) ? 'SMALL' : null
}

interface TripPoints {
  id: string
  left_at: string
  returned_at: string
  there: number
  points: [at: number, lat: number, lon: number][]
}

/**
 * Measures those of these trips that have positions which nobody has measured yet, and keeps the length with the trip. One that was kept
 * stays when the positions are gone.
 */
export async function keepGpsKm(ctx: Ctx, tripIds: readonly string[]): Promise<void> {
  // Of two systems of coordinates in one trip, the one with more points: between them lie half a kilometre.
  const { rows } = await sql<TripPoints>`
    select t.id, t.left_at, t.returned_at, n.points as there, p.points from fleet.trip t
    cross join lateral (select count(*)::int as points from fleet.track_point p
      where p.bureau_id = t.bureau_id and p.trip_id = t.id) n
    cross join lateral (select jsonb_agg(jsonb_build_array(extract(epoch from p.at) * 1000, p.lat, p.lon) order by p.at) as points
      from fleet.track_point p where p.bureau_id = t.bureau_id and p.trip_id = t.id
      group by p.datum order by count(*) desc limit 1) p
    where t.bureau_id = kernel.bureau() and t.id = any(${[...tripIds]}::uuid[]) and t.state = 'COMPLETED'
      and n.points > t.gps_points`.execute(ctx.db)
  if (rows.length === 0) return
  const measured = rows.map(({ id, left_at, returned_at, there, points }) => ({
    id,
    there,
    km: gpsKmOf(
      points.map(([at, lat, lon]) => ({ at, lat, lon })),
      Date.parse(left_at),
      Date.parse(returned_at),
    ),
  }))
  await sql`
    update fleet.trip t set gps_km = coalesce(m.km, t.gps_km), gps_points = m.there
    from jsonb_to_recordset(${JSON.stringify(measured)}::jsonb) as m (id uuid, there integer, km numeric)
    where t.bureau_id = kernel.bureau() and t.id = m.id`.execute(ctx.db)
}
