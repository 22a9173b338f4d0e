import type { Static } from 'typebox'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { dispatchActions } from '../../actions/dispatch-actions.ts'
import type { PlanRow } from '../../dispatch-schema.ts'
import { type Route, routeOf } from '../../route-words.ts'
import { kmOf } from './journey.ts'
import { type GivenChain, giveChains } from './plan/give-chains.ts'
import { type LoadedDay, loadDay } from './plan/load-day.ts'
import { measureSide, type Side } from './plan/measure-side.ts'
import { type Solution, solveDay } from './plan/solve-day.ts'

type Action = (typeof dispatchActions)['planDay']
type Row = Static<typeof PlanRow>

/** How long the solver looks unless told otherwise, in seconds. */
const usualSeconds = 8

/**
 * Reckons the best day and keeps it beside the dispatcher's. It holds no lock while the solver looks: what has changed
 * meanwhile is refused row by row when the plan is accepted.
 */
export async function planDay(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const began = performance.now()
  const day = await loadDay(ctx, input.day, input.scope)
  const solution =
    day.jobs.length > 0 && day.fleet.groups.length > 0
      ? await solveDay(day.facts, day.jobs, day.fleet, input.seconds ?? usualSeconds)
      : null
  const given = solution ? giveChains(solution.chains, day.jobs, day.fleet) : []
  const rows = given.flatMap((chain) => rowsOf(day, chain))
  const unserved = (solution?.unserved ?? day.jobs.map((_, n) => n)).flatMap((job) => day.jobs[job]!.requests)
  const seconds = (performance.now() - began) / 1000
  const { id } = await ctx.db
    .insertInto('fleet.day_plan')
    .values({
      day: input.day,
      scope: input.scope,
      outcome: solution ? (solution.optimal ? 'OPTIMAL' : 'LIMIT') : 'EMPTY',
      asked_at: ctx.now,
      asked_by: ctx.actor.name,
      own: JSON.stringify(ownSide(day)),
      planned: JSON.stringify(plannedSide(day, given, unserved.length, input.scope)),
      rows: JSON.stringify(rows),
      unserved: JSON.stringify(
        unserved.map((one) => ({ id: one.id, number: one.number, way: wayOf(one), from: one.from })),
      ),
      ...provenBy(solution),
      size: JSON.stringify(sizeOf(day, solution)),
      seconds: Math.round(seconds * 100) / 100,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'fleet.day_planned',
    subjectType: 'fleet.day_plan',
    subjectId: id,
    after: { day: input.day, scope: input.scope, served: rows.length, unserved: unserved.length },
  })
  return { id }
}

const wayOf = (request: Route) => routeOf(request).replaceAll(' ', '')
const momentOf = (minute: number) => new Date(minute * 60_000).toISOString()

function provenBy(solution: Solution | null) {
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    bound: solution ? round(solution.bound) : null,
    objective: solution ? round(solution.objective) : null,
    gap: solution ? round(solution.gap) : null,
  }
}

function sizeOf({ jobs, fleet }: LoadedDay, solution: Solution | null) {
  return {
    requests: jobs.reduce((sum, job) => sum + job.requests.length, 0),
    jobs: jobs.length,
    vehicles: fleet.groups.reduce((sum, group) => sum + group.vehicles.length, 0),
    groups: fleet.groups.length,
    arcs: solution?.arcs ?? 0,
    rounds: solution?.rounds ?? 0,
  }
}

function ownSide({ facts, trips, asked, waiting }: LoadedDay): Side {
  return measureSide(facts.zones, trips, { requests: asked, served: asked - waiting })
}

/** What the day would be: kept trips and the plan's, or the plan's alone. */
function plannedSide(day: LoadedDay, given: readonly GivenChain[], unserved: number, scope: string): Side {
  const drives = given.flatMap(({ vehicle, jobs }) =>
    jobs.map((job) => ({ vehicleId: vehicle.id, journey: day.jobs[job]!.journey })),
  )
  const kept = scope === 'OPEN' ? day.trips : []
  return measureSide(day.facts.zones, [...kept, ...drives], {
    requests: day.asked,
    served: day.asked - unserved,
  })
}

/** One trip of the plan a row, so that each can be accepted for itself. */
function rowsOf(day: LoadedDay, { vehicle, driver, jobs }: GivenChain): Row[] {
  return jobs.map((job, n) => {
    const { journey, requests } = day.jobs[job]!
    const sofar = jobs.slice(0, n).map((one) => ({ vehicleId: vehicle.id, journey: day.jobs[one]!.journey }))
    const side = (upTo: typeof sofar) =>
      measureSide(day.facts.zones, upTo, { requests: 0, served: 0 }).emptyKm
    return {
      key: requests[0]!.id,
      vehicleId: vehicle.id,
      plate: vehicle.plate,
      driverId: driver.id,
      driverName: driver.name,
      from: momentOf(journey.from),
      to: momentOf(journey.to),
      requestIds: requests.map(({ id }) => id),
      requests: requests.map((one) => ({ number: one.number, way: wayOf(one) })),
      km: kmOf(journey),
      emptyKm: Math.max(0, side([...sofar, { vehicleId: vehicle.id, journey }]) - side(sofar)),
    }
  })
}
