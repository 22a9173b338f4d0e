import { Worker } from 'node:worker_threads'
import { Problem } from '#kernel/contract/problem.ts'
import type { Model } from './plan-model.ts'

export interface SolverQuestion
  extends Pick<Model, 'cost' | 'lower' | 'upper' | 'starts' | 'indices' | 'values'> {
  /** The columns that are 1 in a plan to begin with. */
  start: readonly number[]
  seconds: number
  /** Good enough: so far from the bound, as a share. */
  gap: number
}

export interface SolverAnswer {
  /** Proven to be within the gap asked for. */
  optimal: boolean
  objective: number
  /** No solution can cost less. */
  bound: number
  /** The columns that are 1. */
  chosen: number[]
}

/** Beyond the time limit the solver still has to tidy up. */
const grace = 15_000

/** One after the other: two at once would take both cores from everybody who waits for an answer. */
let turn: Promise<unknown> = Promise.resolve()

/** Solves a model in a thread of its own, so that the server goes on answering. @throws Problem 503 `fleet.solver_busy` when the machine is too busy for it to end */
export function solveApart(question: SolverQuestion): Promise<SolverAnswer> {
  const mine = turn.then(
    () => run(question),
    () => run(question),
  )
  turn = mine
  return mine
}

function run(question: SolverQuestion): Promise<SolverAnswer> {
  const worker = new Worker(new URL('./solver-worker.ts', import.meta.url), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    execArgv: [],
  })
  return new Promise<SolverAnswer>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Problem(503, 'fleet.solver_busy')),
      question.seconds * 1000 + grace,
    )
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the solver ended without a word'))
    })
  }).finally(() => worker.terminate())
}
