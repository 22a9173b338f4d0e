import { type Place, pairKey, type Zone, type Zones } from '../distances.ts'
import type { DriverFacts, Facts, VehicleFacts } from '../load-facts.ts'
import { type Fleet, planFleet } from './plan-groups.ts'
import { type Job, type PlanRequest, planJobs } from './plan-jobs.ts'

/** A whole number below `most`, the same ones every time. */
function drawsFrom(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * most)
  }
}

function drawZones(draw: (most: number) => number): Zones {
  const zones = Array.from({ length: 12 }, (_, n): Zone => {
    const reach = n < 6 ? 'DISTRICT' : n < 10 ? 'CITY' : 'BEYOND'
    return { id: `zone-${String(n).padStart(2, '0')}`, name: `地点${n}号`, words: [], reach, base: n === 0 }
  })
  const at = zones.map(({ reach }) => {
    const far = { DISTRICT: 8, CITY: 35, BEYOND: 90 }[reach]
    return { x: draw(2 * far) - far, y: draw(2 * far) - far }
  })
  const pairs = new Map(
    zones.flatMap((a, i) =>
      zones.slice(i + 1).map((b, j) => {
        const other = at[i + 1 + j]!
        const km = Math.max(1, Math.round(1.3 * Math.hypot(at[i]!.x - other.x, at[i]!.y - other.y)))
        return [pairKey(a.id, b.id), { km, minutes: Math.ceil(6 + km * 1.3) }] as const
      }),
    ),
  )
  return { zones, base: zones[0]!, pairs }
}

interface Drawn {
  facts: Facts
  jobs: Job[]
  fleet: Fleet
}

/** A made-up day, the same for the same seed: for tests and for measuring how fast and how well it is planned. */
export function drawDay(requests: number, vehicles: number, seed: number): Drawn {
  const draw = drawsFrom(seed)
  const zones = drawZones(draw)
  const kinds = [
    { body: 'CAR', seats: 5 },
    { body: 'CAR', seats: 5 },
    { body: 'CAR', seats: 5 },
    { body: 'OTHER_SMALL', seats: 7 },
    { body: 'MEDIUM_BUS', seats: 19 },
    { body: 'LARGE_BUS', seats: 45 },
  ] as const
  const fleet = Array.from({ length: vehicles }, (_, n): VehicleFacts => {
    const kind = kinds[n % 10 < 6 ? n % 3 : n % 10 < 8 ? 3 : n % 10 === 8 ? 4 : 5]!
    return {
      id: `vehicle-${n}`,
      plate: `粤B3${n}`,
      class: n % 9 === 4 ? 'CONFIDENTIAL_COMM' : 'EMERGENCY_SUPPORT',
      ...kind,
      pool: 'CENTRE',
      state: 'IN_USE',
    }
  })
  const drivers = Array.from({ length: vehicles }, (_, n): DriverFacts => {
    return {
      id: `driver-${n}`,
      name: `驾驶员${n}`,
      licence: n % 5 === 0 ? 'A1' : n % 5 === 1 ? 'B1' : 'C1',
      licenceUntil: '2099-12-31',
      pool: 'CENTRE',
      state: 'ACTIVE',
    }
  })
  const facts: Facts = {
    vehicles: new Map(fleet.map((one) => [one.id, one])),
    drivers: new Map(drivers.map((one) => [one.id, one])),
    plannedOf: new Map(),
    zones,
    fatigue: { drivingMinutes: 240, restMinutes: 20, source: { zh: '', en: '' }, level: 'BLOCK' },
  }
  const day = Date.parse('2026-03-02T00:00:00+08:00')
  const asked = Array.from({ length: requests }, (_, n) => drawRequest(draw, zones, day, n))
  const planned = planFleet({ facts, drivers, closedOf: new Map(), kept: [] })
  return { facts, jobs: planJobs(zones, asked, 6), fleet: planned }
}

function drawRequest(draw: (most: number) => number, zones: Zones, day: number, n: number): PlanRequest {
  const place = (most: number): Place => ({ zone: zones.zones[draw(most)]!, reach: 'DISTRICT' })
  const start = draw(4) > 0 ? zones.base! : place(6).zone!
  const goal = zones.zones[1 + draw(draw(5) === 0 ? 11 : 8)]!
  const other = goal.id === start.id ? zones.zones[goal === zones.zones[1] ? 2 : 1]! : goal
  const way = draw(4) === 0 ? 'ONE_WAY' : 'RETURN'
  const leg = zones.pairs.get(pairKey(start.id, other.id))!
  const stay = way === 'RETURN' ? leg.minutes * 2 + 30 + draw(10) * 15 : leg.minutes + 10
  const from = day + (7 * 60 + draw(44) * 15) * 60_000
  return {
    id: `request-${String(n).padStart(4, '0')}`,
    number: `YC-${n}`,
    purpose: draw(8) === 0 ? 'DOCUMENTS' : 'MEETING',
    passengers: [1, 2, 2, 3, 4, 4, 6, 12][draw(8)]!,
    origin: start.name,
    stops: [],
    destination: other.name,
    reach: other.reach,
    distanceKm: null,
    way,
    vehicleClass: null,
    emergency: draw(40) === 0,
    mayPool: draw(3) > 0,
    from: new Date(from),
    to: new Date(from + stay * 60_000),
  }
}
