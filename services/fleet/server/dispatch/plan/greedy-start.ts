import type { Facts } from '../load-facts.ts'
import { levels } from '../may-drive.ts'
import type { Fleet } from './plan-groups.ts'
import type { Job } from './plan-jobs.ts'
import { type Arc, isTooLong } from './plan-model.ts'

/**
 * A plan to begin with, as a dispatcher would go through the day: each job to whoever gets there cheapest, a fresh
 * vehicle where that is cheaper. On a busy machine the solver then has something whole however little time it gets.
 * @returns the columns that are 1: arcs, then jobs that stay unserved
 */
export function greedyStart(
  facts: Facts,
  jobs: readonly Job[],
  fleet: Fleet,
  arcs: readonly Arc[],
): number[] {
  const into = jobs.map((): number[] => [])
  const outOf = new Map<string, number>()
  arcs.forEach(({ group, from, to }, n) => {
    if (to !== null) into[to]!.push(n)
    else outOf.set(`${group} ${from}`, n)
  })
  const left = fleet.groups.map(({ vehicles }) => vehicles.length)
  const drivers = { ...fleet.driversOf }
  /** Chains by where they stand now, `group job`. */
  const standing = new Map<string, number[]>()
  const chosen: number[] = []
  const mayStart = (group: number) => {
    const { driver, level } = fleet.groups[group]!
    return (
      left[group]! > 0 &&
      (driver !== null || levels.slice(0, levels.indexOf(level) + 1).every((one) => drivers[one] > 0))
    )
  }
  const start = (group: number) => {
    const { driver, level } = fleet.groups[group]!
    left[group]!--
    if (!driver) for (const one of levels.slice(0, levels.indexOf(level) + 1)) drivers[one]--
  }
  const order = jobs.map((_, n) => n).sort((a, b) => jobs[a]!.journey.from - jobs[b]!.journey.from)
  for (const job of order) {
    const best = into[job]!.filter((n) => {
      const { group, from } = arcs[n]!
      if (from === null) return mayStart(group)
      const chain = standing.get(`${group} ${from}`)
      return (
        chain !== undefined &&
        !isTooLong(
          facts,
          [...chain, job].map((one) => jobs[one]!),
        )
      )
    }).reduce<number | null>((a, b) => (a === null || arcs[b]!.cost < arcs[a]!.cost ? b : a), null)
    if (best === null) {
      chosen.push(arcs.length + job)
      continue
    }
    const { group, from } = arcs[best]!
    const key = `${group} ${from}`
    const chain = from === null ? [] : standing.get(key)!
    if (from === null) start(group)
    standing.delete(key)
    standing.set(`${group} ${job}`, [...chain, job])
    chosen.push(best)
  }
  for (const key of standing.keys()) chosen.push(outOf.get(key)!)
  return chosen
}
