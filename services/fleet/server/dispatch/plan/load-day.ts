import { sql } from 'kysely'
import { readBlackouts } from '#engines/bookings/server/api.ts'
import { startOfLocalDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { nothingRented } from '../../rentals/rental-stands.ts'
import { minuteOf, type Stretch } from '../journey.ts'
import { type Facts, loadFacts, type Planned } from '../load-facts.ts'
import { levelOf } from '../may-drive.ts'
import { readFitness, unfitFor } from '../read-fitness.ts'
import { readLoads } from '../read-load.ts'
import { type Fleet, planFleet } from './plan-groups.ts'
import { type Job, type PlanRequest, planJobs } from './plan-jobs.ts'

/** A day as the solver is asked about it. */
export interface LoadedDay {
  facts: Facts
  jobs: readonly Job[]
  fleet: Fleet
  /** Trips that begin that day, as the dispatcher has them. */
  trips: readonly Planned[]
  /** Everything asked for that day and not given up. */
  asked: number
  waiting: number
}

/** OPEN plans the queue around what is assigned; WHOLE plans everything that was asked for that day anew. */
export async function loadDay(ctx: Ctx, day: string, scope: 'OPEN' | 'WHOLE'): Promise<LoadedDay> {
  const from = startOfLocalDay(day)
  const to = new Date(from.getTime() + 86_400_000)
  const all = await loadFacts(ctx, { vehicleIds: null, driverIds: null, from, to })
  const requests = await readRequests(ctx, from, to)
  const facts = await withoutUnfit(ctx, all, { from, to })
  const trips = tripsOf(all, { from: minuteOf(from), to: minuteOf(to) })
  const wanted = scope === 'OPEN' ? requests.filter(({ state }) => state === 'APPROVED') : requests
  const seats = [...facts.vehicles.values()]
    .filter((one) => levelOf(one) === 'SMALL')
    .map((one) => one.seats - 1)
  const loads = await readLoads(ctx, from)
  const minutes = (id: string) => loads.get(id)?.minutes ?? 0
  const ids = [...facts.vehicles.keys(), ...facts.drivers.keys()]
  const fleet = planFleet({
    facts,
    drivers: [...facts.drivers.values()].sort((a, b) => minutes(a.id) - minutes(b.id)),
    closedOf: await readClosed(ctx, ids, { from, to }),
    kept: scope === 'OPEN' ? trips : [],
  })
  return {
    facts,
    jobs: planJobs(facts.zones, wanted, Math.max(0, ...seats)),
    fleet,
    trips,
    asked: requests.length,
    waiting: requests.filter(({ state }) => state === 'APPROVED').length,
  }
}

type Row = Omit<PlanRequest, 'from' | 'to'> & { startsAt: string; endsAt: string; state: string }

async function readRequests(ctx: Ctx, from: Date, to: Date): Promise<(PlanRequest & { state: string })[]> {
  const { rows } = await sql<Row>`
    select id, number, state, purpose, passengers, origin, stops, destination, reach, distance_km as "distanceKm", way,
      may_pool as "mayPool", emergency, vehicle_class as "vehicleClass", starts_at as "startsAt", ends_at as "endsAt"
    from fleet.request q where bureau_id = kernel.bureau() and starts_at >= ${from} and starts_at < ${to}
      and state in ('APPROVED', 'ASSIGNED', 'UNDER_WAY', 'DONE')
      and ${nothingRented}
    order by starts_at, id limit 1000`.execute(ctx.db)
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    from: new Date(startsAt),
    to: new Date(endsAt),
  }))
}

/** Living trips that touch the day, once each. */
function tripsOf(facts: Facts, day: Stretch): Planned[] {
  const trips = new Map<string, Planned>()
  for (const planned of facts.plannedOf.values())
    for (const one of planned)
      if (one.journey.from < day.to && one.journey.to > day.from) trips.set(one.tripId, one)
  return [...trips.values()].sort((a, b) => a.journey.from - b.journey.from)
}

/** What the books forbid that day is not there for the solver. */
async function withoutUnfit(ctx: Ctx, facts: Facts, span: { from: Date; to: Date }): Promise<Facts> {
  const fitness = await readFitness(ctx, {
    vehicleIds: [...facts.vehicles.keys()],
    driverIds: [...facts.drivers.keys()],
    ...span,
  })
  const able = <T>(all: ReadonlyMap<string, T>) =>
    new Map([...all].filter(([id]) => !unfitFor(fitness, id, id, []).some(({ level }) => level === 'BLOCK')))
  return { ...facts, vehicles: able(facts.vehicles), drivers: able(facts.drivers) }
}

async function readClosed(
  ctx: Ctx,
  ids: readonly string[],
  { from, to }: { from: Date; to: Date },
): Promise<ReadonlyMap<string, readonly Stretch[]>> {
  const span = sql`tstzrange(${from}::timestamptz, ${to}::timestamptz)`
  const { rows: held } = await sql<{ id: string; from: string; to: string }>`
    select h.resource_id as id, lower(h.occupied) as "from", upper(h.occupied) as "to"
    from bookings.holds_of(${[...ids]}::uuid[], ${span}) h
    where not exists (select from fleet.trip t where t.bureau_id = h.bureau_id and t.id = h.booking_id)`.execute(
    ctx.db,
  )
  const closed = new Map<string, Stretch[]>()
  const add = (id: string, one: { from: string; to: string }) =>
    closed.set(id, [...(closed.get(id) ?? []), { from: minuteOf(one.from), to: minuteOf(one.to) }])
  for (const one of await readBlackouts(ctx, ids, span)) add(one.resourceId, one)
  for (const one of held) add(one.id, one)
  return closed
}
