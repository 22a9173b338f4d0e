import { drawDay } from '#services/fleet/server/dispatch/plan/draw-day.ts'
import { solveDay } from '#services/fleet/server/dispatch/plan/solve-day.ts'
import type { BenchRow } from '../bench-row.ts'

const requests = 200
const vehicles = 62
const seeds = [2026, 7, 11]
const mostSeconds = 10
/** The solver stops of itself so long before, for what comes after it. */
const solverSeconds = 8

/** A day of 200 requests and 62 vehicles: how long its plan takes, and how far from the proven best it may be. */
export const row: BenchRow = {
  name: 'day-plan',
  title: `一天 ${requests} 件申请、${vehicles} 辆车的排车方案 / the plan of a day`,
  needs: [],
  async run() {
    const seen: { seconds: number; gap: number; arcs: number; rounds: number; unserved: number }[] = []
    for (const seed of seeds) {
      const { facts, jobs, fleet } = drawDay(requests, vehicles, seed)
      const began = performance.now()
      const { gap, arcs, rounds, unserved } = await solveDay(facts, jobs, fleet, solverSeconds)
      seen.push({
        seconds: (performance.now() - began) / 1000,
        gap,
        arcs,
        rounds,
        unserved: unserved.length,
      })
    }
    const slowest = Math.max(...seen.map(({ seconds }) => seconds))
    const farthest = Math.max(...seen.map(({ gap }) => gap))
    return [
      {
        what: `最慢的一天（${seeds.length} 天）/ the slowest of ${seeds.length} days`,
        measured: `${slowest.toFixed(1)} s`,
        against: `${mostSeconds} s`,
        ratio: slowest / mostSeconds,
        limit: { most: 1 },
        details: { seen },
      },
      {
        what: '离已证明的下界 / from the bound that is proven',
        measured: `${farthest.toFixed(2)} %`,
        against: '1 %',
        ratio: farthest,
        limit: { most: 1 },
      },
    ]
  },
}
