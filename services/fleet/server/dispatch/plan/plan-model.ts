import { between, home } from '../distances.ts'
import { drivingOf, kmOf, longestDriving } from '../journey.ts'
import { slackMinutes } from '../judge-trip.ts'
import type { Facts } from '../load-facts.ts'
import { type Level, levels } from '../may-drive.ts'
import { type Fleet, takes } from './plan-groups.ts'
import type { Job } from './plan-jobs.ts'

/** One yes-or-no of the model: a vehicle of `group` goes from one job to another; null: from or to the base. */
export interface Arc {
  group: number
  from: number | null
  to: number | null
  cost: number
}

/** A path no vehicle may drive: its arcs, whatever the group. */
export type Forbidden = readonly (readonly [number, number])[]

/** Minimise cost·x, each x 0 or 1, `lower ≤ Ax ≤ upper`; by columns, as the solver takes it. */
export interface Model {
  arcs: readonly Arc[]
  /** The columns after the arcs: job n stays unserved. */
  jobs: number
  cost: Float64Array
  lower: Float64Array
  upper: Float64Array
  starts: Int32Array
  indices: Int32Array
  values: Float64Array
}

/** All in kilometres that one would drive to avoid it. */
export const weights = {
  vehicle: 40,
  idleHour: 2,
  emptySeat: 0.3,
  unserved: 1000,
  unservedEmergency: 5000,
  /** A larger vehicle costs so much more a kilometre. */
  level: { SMALL: 0, MEDIUM: 0.6, LARGE: 1.5 } satisfies Record<Level, number>,
}

/** How many jobs that may follow are looked at; the cheapest. */
const successors = 12
/** With more arcs the solver would not begin in time: fewer successors then. */
const mostArcs = 60_000

interface Link {
  to: number
  cost: number
}

/** Which job may follow which, with what driving there empty and waiting costs; the cheapest ones. */
function linkJobs(facts: Facts, jobs: readonly Job[], most: number): Link[][] {
  return jobs.map((job) => {
    const links: Link[] = []
    for (let to = 0; to < jobs.length; to++) {
      const next = jobs[to]!
      const gap = next.journey.from - job.journey.to
      if (gap < slackMinutes) continue
      const way = between(facts.zones, job.journey.end, next.journey.start)
      if (gap < way.minutes + slackMinutes || isTooLong(facts, [job, next])) continue
      const idle = (gap - way.minutes) / 60
      links.push({ to, cost: way.km + idle * weights.idleHour })
    }
    return links.sort((a, b) => a.cost - b.cost || a.to - b.to).slice(0, most)
  })
}

/** Whether one driver would drive too long in a run with these jobs one after the other. */
export function isTooLong(facts: Facts, jobs: readonly Job[]): boolean {
  const { fatigue, zones } = facts
  if (!fatigue) return false
  const stretches = jobs.flatMap((job, n) => {
    const next = jobs[n + 1]
    const own = drivingOf(job.journey, fatigue)
    if (!next) return own
    const { minutes } = between(zones, job.journey.end, next.journey.start)
    return minutes > 0 ? [...own, { from: next.journey.from - minutes, to: next.journey.from }] : own
  })
  return longestDriving(stretches, fatigue.restMinutes) > fatigue.drivingMinutes
}

/** All arcs of the day. */
export function planArcs(facts: Facts, jobs: readonly Job[], fleet: Fleet): Arc[] {
  const can = fleet.groups.map((group) => jobs.map((job) => takes(facts, group, job)))
  const pairs = can.reduce((sum, row) => sum + row.filter(Boolean).length, 0)
  const most = Math.max(3, Math.min(successors, Math.floor(mostArcs / Math.max(1, pairs)) - 2))
  const links = linkJobs(facts, jobs, most)
  const base = home(facts.zones)
  const arcs: Arc[] = []
  fleet.groups.forEach(({ level, seats }, group) => {
    jobs.forEach((job, from) => {
      if (!can[group]![from]) return
      // What doing the job by this group costs is paid on the way in.
      const own = (to: number) =>
        kmOf(jobs[to]!.journey) * weights.level[level] +
        Math.max(0, seats - 1 - jobs[to]!.passengers) * weights.emptySeat
      const there = between(facts.zones, base, job.journey.start).km
      arcs.push({ group, from: null, to: from, cost: weights.vehicle + there + own(from) })
      arcs.push({ group, from, to: null, cost: between(facts.zones, job.journey.end, base).km })
      for (const { to, cost } of links[from]!)
        if (can[group]![to]) arcs.push({ group, from, to, cost: cost + own(to) })
    })
  })
  return arcs
}

/** The rows: each job once or unserved; what comes in goes out; no more vehicles and drivers than there are; no forbidden path. */
export function buildModel(
  arcs: readonly Arc[],
  jobs: readonly Job[],
  fleet: Fleet,
  forbidden: readonly Forbidden[],
): Model {
  const flow = (group: number, job: number) => jobs.length * (1 + group) + job
  const counts = jobs.length * (1 + fleet.groups.length)
  const driving = counts + fleet.groups.length
  const paths = driving + levels.length
  const rows = paths + forbidden.length
  const lower = new Float64Array(rows)
  const upper = new Float64Array(rows)
  lower.fill(1, 0, jobs.length)
  upper.fill(1, 0, jobs.length)
  fleet.groups.forEach(({ vehicles }, group) => {
    upper[counts + group] = vehicles.length
  })
  levels.forEach((level, n) => {
    upper[driving + n] = fleet.driversOf[level]
  })
  forbidden.forEach((path, n) => {
    upper[paths + n] = path.length - 1
  })
  const pathsOf = new Map<string, number[]>()
  forbidden.forEach((path, n) => {
    for (const [from, to] of path) {
      const key = `${from} ${to}`
      pathsOf.set(key, [...(pathsOf.get(key) ?? []), paths + n])
    }
  })
  const cost: number[] = []
  const starts: number[] = [0]
  const indices: number[] = []
  const values: number[] = []
  const column = (worth: number, entries: readonly (readonly [row: number, value: number])[]) => {
    cost.push(worth)
    for (const [row, value] of entries) {
      indices.push(row)
      values.push(value)
    }
    starts.push(indices.length)
  }
  for (const { group, from, to, cost: worth } of arcs) {
    const entries: [number, number][] = []
    if (to !== null) entries.push([to, 1], [flow(group, to), 1])
    if (from !== null) entries.push([flow(group, from), -1])
    if (from === null) {
      const { driver, level } = fleet.groups[group]!
      entries.push([counts + group, 1])
      // Whoever drives a large vehicle is one of those who drive a small one, too.
      if (!driver) for (let n = 0; n <= levels.indexOf(level); n++) entries.push([driving + n, 1])
    }
    if (from !== null && to !== null)
      for (const row of pathsOf.get(`${from} ${to}`) ?? []) entries.push([row, 1])
    column(worth, entries)
  }
  jobs.forEach(({ requests }, job) => {
    const urgent = requests.some(({ emergency }) => emergency)
    const worth = (urgent ? weights.unservedEmergency : weights.unserved) * requests.length
    column(worth, [[job, 1]])
  })
  return {
    arcs,
    jobs: jobs.length,
    cost: Float64Array.from(cost),
    lower,
    upper,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  }
}
