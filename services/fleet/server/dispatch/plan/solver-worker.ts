import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Highs } from 'highs'
import type { SolverAnswer, SolverQuestion } from './solve-apart.ts'

const { cost, lower, upper, starts, indices, values, start, seconds, gap } = workerData as SolverQuestion

// The package's types speak of its CommonJS form; the WASM lies beside it, nothing is fetched.
const loadHighs: () => Promise<Highs> = createRequire(import.meta.url)('highs')
const highs = await loadHighs()
const columns = cost.length
const answer = highs.withModel(
  {
    numCols: columns,
    numRows: lower.length,
    colCost: cost,
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: lower,
    rowUpper: upper,
    matrix: { format: 'csc', numRows: lower.length, numCols: columns, starts, indices, values },
    integrality: new Int32Array(columns).fill(highs.constants.variableType.integer),
  },
  (model): SolverAnswer => {
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: gap })
    const first = new Float64Array(columns)
    for (const n of start) first[n] = 1
    model.setSolution({ colValue: first })
    model.run()
    const optimal = model.getModelStatus() === highs.constants.modelStatus.optimal
    // Without any integer solution yet the objective is not a number one can use.
    const objective = model.getObjectiveValue()
    const chosen = model.getSolution().colValue
    return {
      optimal,
      objective,
      bound: Number(model.info.get('mip_dual_bound')),
      chosen: Array.from(chosen, (value, n) => (value > 0.5 ? n : -1)).filter((n) => n >= 0),
    }
  },
)
parentPort?.postMessage(answer)
