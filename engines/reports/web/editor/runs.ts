import type { FigureRun, Run } from '../../schema.ts'

/** A figure counts as one place, a text as many as it has characters. */
const lengthOf = (run: Run) => (run.kind === 'text' ? run.text.length : 1)

/** How many places the caret can stand at, less one. */
export function runsLength(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + lengthOf(run), 0)
}

/** Neighbouring texts of one look become one; empty ones go. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = []
  for (const run of runs) {
    const last = tidy.at(-1)
    if (run.kind === 'figure') tidy.push(run)
    else if (run.text === '') continue
    else if (last?.kind === 'text' && !last.bold === !run.bold)
      tidy[tidy.length - 1] = { ...last, text: last.text + run.text }
    else tidy.push(run.bold ? run : { kind: 'text', text: run.text })
  }
  return tidy
}

/** Cuts at a place; a figure is never cut. */
export function splitRuns(runs: readonly Run[], place: number): [Run[], Run[]] {
  const before: Run[] = []
  const after: Run[] = []
  let left = place
  for (const run of runs) {
    const length = lengthOf(run)
    if (left >= length) before.push(run)
    else if (left <= 0) after.push(run)
    else if (run.kind === 'text') {
      before.push({ ...run, text: run.text.slice(0, left) })
      after.push({ ...run, text: run.text.slice(left) })
    }
    left -= length
  }
  return [tidyRuns(before), tidyRuns(after)]
}

/** Puts a run in at a place. */
export function insertRun(runs: readonly Run[], place: number, run: Run): Run[] {
  const [before, after] = splitRuns(runs, place)
  return tidyRuns([...before, run, ...after])
}

/** Changes the nth figure of a sentence, or takes it out with null. */
export function changeFigure(runs: readonly Run[], nth: number, next: FigureRun | null): Run[] {
  let seen = -1
  return tidyRuns(
    runs.flatMap((run): Run[] => {
      if (run.kind !== 'figure') return [run]
      seen++
      return seen === nth ? (next ? [next] : []) : [run]
    }),
  )
}

/** A run as it is kept: without what the server works out. */
export function bareRun(run: Run): Run {
  if (run.kind === 'text') return run
  const { key: _key, shown: _shown, ...kept } = run
  return kept
}

/** Whether two sentences say the same with the same figures. */
export function sameRuns(one: readonly Run[], other: readonly Run[]): boolean {
  const written = (runs: readonly Run[]) => JSON.stringify(tidyRuns(runs).map(bareRun))
  return written(one) === written(other)
}
