import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { dispatchActions } from '../../actions/dispatch-actions.ts'
import type { Proposal } from '../../dispatch-schema.ts'
import { between, placesOf } from './distances.ts'
import { findTaken } from './find-free.ts'
import { type Finding, say } from './findings.ts'
import { journeyOf, minuteOf } from './journey.ts'
import { type JudgedRequest, judgeTrip, slackMinutes } from './judge-trip.ts'
import { type Facts, loadFacts, type Planned } from './load-facts.ts'
import { rankCandidates } from './rank-candidates.ts'
import { readFitness } from './read-fitness.ts'
import { readLoads } from './read-load.ts'

type Action = (typeof dispatchActions)['listProposals']
type Proposed = Static<typeof Proposal>

/** What a proposal is for. */
export interface ProposedRequest extends JudgedRequest {
  id: string
  mayPool: boolean
  from: Date
  to: Date
}

/** The dispatcher's choice for one request: the nine best, each with what speaks for and against it. */
export async function listProposals(
  ctx: Ctx,
  { requestId, ...only }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  const { rows } = await sql<
    Omit<ProposedRequest, 'from' | 'to'> & { state: string; startsAt: string; endsAt: string }
  >`
    select id, state, purpose, passengers, origin, stops, destination, reach, distance_km as "distanceKm", way,
      may_pool as "mayPool", emergency, vehicle_class as "vehicleClass", starts_at as "startsAt", ends_at as "endsAt"
    from fleet.request where bureau_id = kernel.bureau() and id = ${requestId}`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Problem(404, 'kernel.not_found')
  // A colleague was faster: nothing more to propose.
  if (found.state !== 'APPROVED') return { items: [] }
  const { startsAt, endsAt, ...request } = found
  return {
    items: await proposeFor(ctx, { ...request, from: new Date(startsAt), to: new Date(endsAt) }, 9, only),
  }
}

/** The best vehicles and drivers that are free, and trips that go the same way; the best first. */
export async function proposeFor(
  ctx: Ctx,
  request: ProposedRequest,
  limit: number,
  only: { vehicleId?: string | undefined; driverId?: string | undefined } = {},
): Promise<Proposed[]> {
  const { from, to } = request
  const facts = await loadFacts(ctx, { vehicleIds: null, driverIds: null, from, to })
  const ids = { vehicleIds: [...facts.vehicles.keys()], driverIds: [...facts.drivers.keys()] }
  const taken = await findTaken(ctx, [...ids.vehicleIds, ...ids.driverIds], { from, to })
  const free = <T extends { id: string }>(all: ReadonlyMap<string, T>, wanted: string | undefined) =>
    [...all.values()].filter(({ id }) => !taken.has(id) && (wanted === undefined || id === wanted))
  const ranked = rankCandidates(
    {
      facts,
      journey: journeyOf(facts.zones, { from: minuteOf(from), to: minuteOf(to) }, [request]),
      requests: [request],
      vehicles: free(facts.vehicles, only.vehicleId),
      drivers: free(facts.drivers, only.driverId),
      loads: await readLoads(ctx, from),
      fitness: await readFitness(ctx, { ...ids, from, to }),
    },
    limit,
  )
  const alone = ranked.map(({ vehicle, driver, findings }): Proposed => {
    return {
      kind: 'OWN',
      tripId: null,
      vehicleId: vehicle.id,
      plate: vehicle.plate,
      driverId: driver.id,
      driverName: driver.name,
      needsWords: findings.some(({ level }) => level === 'WARN'),
      reasons: findings.map(shown),
    }
  })
  const along = only.vehicleId || only.driverId ? [] : await ridesAlong(ctx, facts, request)
  return [...along, ...alone].slice(0, limit)
}

const shown = ({ code, level, words }: Finding) => ({ code, level, words })

/** So far apart may two requests begin and still go together. */
const together = 20

/** Trips planned for the same way at the same time that have seats left and take others along. */
async function ridesAlong(ctx: Ctx, facts: Facts, request: ProposedRequest): Promise<Proposed[]> {
  if (!request.mayPool || request.emergency) return []
  const span = { from: minuteOf(request.from), to: minuteOf(request.to) }
  const near = new Map<string, Planned>()
  for (const planned of facts.plannedOf.values())
    for (const one of planned)
      if (
        one.state === 'ASSIGNED' &&
        Math.abs(one.journey.from - span.from) <= together &&
        Math.abs(one.journey.to - span.to) <= 2 * together
      )
        near.set(one.tripId, one)
  const { start, goal } = placesOf(facts.zones, request)
  const riders = near.size > 0 ? await readRiders(ctx, [...near.keys()]) : []
  const found: Proposed[] = []
  for (const { tripId, passengers, pools, requests } of riders) {
    const trip = near.get(tripId)!
    const [vehicle, driver] = [facts.vehicles.get(trip.vehicleId), facts.drivers.get(trip.driverId)]
    if (!vehicle || !driver || !pools || passengers + request.passengers > vehicle.seats - 1) continue
    const sameWay = requests.every((other) => {
      const places = placesOf(facts.zones, other)
      const detour =
        between(facts.zones, places.start, start).minutes + between(facts.zones, places.goal, goal).minutes
      return detour <= 2 * slackMinutes && other.way === request.way
    })
    if (!sameWay) continue
    const all = [...requests, request]
    const journey = journeyOf(
      facts.zones,
      { from: Math.min(span.from, trip.journey.from), to: Math.max(span.to, trip.journey.to) },
      all,
    )
    const plannedOf = new Map(
      [...facts.plannedOf].map(([id, planned]) => [id, planned.filter((one) => one.tripId !== tripId)]),
    )
    const judged = judgeTrip({ ...facts, plannedOf }, { vehicle, driver, journey, requests: all })
    if (judged.some(({ level }) => level === 'BLOCK')) continue
    found.push({
      kind: 'POOL',
      tripId,
      vehicleId: vehicle.id,
      plate: vehicle.plate,
      driverId: driver.id,
      driverName: driver.name,
      needsWords: judged.some(({ level }) => level === 'WARN'),
      reasons: [say.pools(trip.number), ...judged].map(shown),
    })
  }
  return found
}

interface Riders {
  tripId: string
  passengers: number
  pools: boolean
  requests: JudgedRequest[]
}

async function readRiders(ctx: Ctx, tripIds: readonly string[]): Promise<Riders[]> {
  const { rows } = await sql<Riders>`
    select x.trip_id as "tripId", sum(r.passengers)::int as passengers,
      bool_and(r.may_pool and not r.emergency) as pools,
      json_agg(json_build_object('purpose', r.purpose, 'passengers', r.passengers, 'origin', r.origin,
        'stops', r.stops, 'destination', r.destination, 'reach', r.reach, 'distanceKm', r.distance_km, 'way', r.way,
        'vehicleClass', r.vehicle_class, 'emergency', r.emergency)) as requests
    from fleet.trip_request x join fleet.request r on r.bureau_id = x.bureau_id and r.id = x.request_id
    where x.bureau_id = kernel.bureau() and x.trip_id = any(${[...tripIds]}::uuid[]) and x.removed_at is null
    group by x.trip_id order by x.trip_id`.execute(ctx.db)
  return rows
}
