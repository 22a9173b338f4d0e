import type { Facts } from '../load-facts.ts'
import { greedyStart } from './greedy-start.ts'
import type { Fleet } from './plan-groups.ts'
import type { Job } from './plan-jobs.ts'
import { type Arc, buildModel, type Forbidden, isTooLong, planArcs } from './plan-model.ts'
import { type SolverAnswer, solveApart } from './solve-apart.ts'

/** What one vehicle of a group does that day, in order. */
export interface Chain {
  group: number
  jobs: readonly number[]
}

export interface Solution {
  chains: readonly Chain[]
  unserved: readonly number[]
  optimal: boolean
  objective: number
  bound: number
  /** Percent between the two. */
  gap: number
  arcs: number
  /** How often the solver was asked: again for each path that would tire a driver out. */
  rounds: number
}

/** Close enough to the proven best. */
const goodGap = 0.002
const mostRounds = 8

/**
 * The cheapest way to serve the jobs of a day, with what the solver proves of it. Paths on which somebody would drive too
 * long are forbidden one by one as they turn up; the bound proven without them holds all the same.
 */
export async function solveDay(
  facts: Facts,
  jobs: readonly Job[],
  fleet: Fleet,
  seconds: number,
): Promise<Solution> {
  const arcs = planArcs(facts, jobs, fleet)
  const ends = performance.now() + seconds * 1000
  const start = greedyStart(facts, jobs, fleet, arcs)
  const forbidden: Forbidden[] = []
  let bound = 0
  for (let rounds = 1; ; rounds++) {
    const model = buildModel(arcs, jobs, fleet, forbidden)
    const left = Math.max(1, (ends - performance.now()) / 1000)
    const answer = await solveApart({ ...model, start, seconds: left, gap: goodGap })
    bound = Math.max(bound, Number.isFinite(answer.bound) ? answer.bound : 0)
    const { chains, unserved } = readChains(answer, arcs, jobs.length)
    const tiring = chains.flatMap((chain) => tiringPath(facts, jobs, chain) ?? [])
    const over = rounds >= mostRounds || performance.now() > ends - 1000
    if (tiring.length === 0 || over) {
      const rested = tiring.length > 0 ? cutTiring(facts, jobs, chains) : { chains, dropped: [] }
      const cost = answer.objective + rested.dropped.length * 1000
      return {
        chains: rested.chains,
        unserved: [...unserved, ...rested.dropped].sort((a, b) => a - b),
        optimal: answer.optimal && rested.dropped.length === 0,
        objective: cost,
        bound,
        gap: cost > 0 ? (Math.max(0, cost - bound) / cost) * 100 : 0,
        arcs: arcs.length,
        rounds,
      }
    }
    forbidden.push(...chains.map((chain) => tiringPath(facts, jobs, chain)).filter((path) => path !== null))
  }
}

/** Follows the chosen arcs from the base to the base. Vehicles of a group are alike, so any start may take any chain. */
function readChains({ chosen }: SolverAnswer, arcs: readonly Arc[], jobs: number) {
  const nextOf = new Map<string, number | null>()
  const begins: { group: number; job: number }[] = []
  const served = new Set<number>()
  for (const n of chosen) {
    const arc = arcs[n]
    if (!arc) continue
    if (arc.from === null) begins.push({ group: arc.group, job: arc.to! })
    else nextOf.set(`${arc.group} ${arc.from}`, arc.to)
  }
  const chains = begins.map(({ group, job }): Chain => {
    const own: number[] = []
    for (let at: number | null = job; at !== null; at = nextOf.get(`${group} ${at}`) ?? null) own.push(at)
    for (const one of own) served.add(one)
    return { group, jobs: own }
  })
  const unserved = Array.from({ length: jobs }, (_, job) => job).filter((job) => !served.has(job))
  return { chains, unserved }
}

/** The shortest beginning of trouble: consecutive jobs of a chain that are too long in a run. */
function tiringPath(facts: Facts, jobs: readonly Job[], chain: Chain): Forbidden | null {
  for (let length = 3; length <= chain.jobs.length; length++)
    for (let first = 0; first + length <= chain.jobs.length; first++) {
      const path = chain.jobs.slice(first, first + length)
      if (
        isTooLong(
          facts,
          path.map((job) => jobs[job]!),
        )
      )
        return path.slice(1).map((job, n) => [path[n]!, job] as const)
    }
  return null
}

/** When there is no time to ask again: jobs are left out until nobody is too tired. */
function cutTiring(facts: Facts, jobs: readonly Job[], chains: readonly Chain[]) {
  const dropped: number[] = []
  const kept = chains.map((chain): Chain => {
    let own = [...chain.jobs]
    for (let path = tiringPath(facts, jobs, { ...chain, jobs: own }); path; ) {
      const last = path.at(-1)![1]
      dropped.push(last)
      own = own.filter((job) => job !== last)
      path = tiringPath(facts, jobs, { ...chain, jobs: own })
    }
    return { ...chain, jobs: own }
  })
  return { chains: kept, dropped }
}
