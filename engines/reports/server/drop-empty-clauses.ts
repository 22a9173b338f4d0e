import type { Run } from '../schema.ts'

interface Clause {
  runs: Run[]
  /** The mark it ends with; empty at the paragraph's end. */
  mark: string
  empty: boolean
}

/** A run that begins a new clause is cut at its marks: 。 ； ， end one. */
function clausesOf(runs: readonly Run[], isEmpty: (run: Run) => boolean): Clause[] {
  const clauses: Clause[] = [{ runs: [], mark: '', empty: false }]
  for (const run of runs) {
    if (run.kind === 'figure') {
      const last = clauses.at(-1)!
      last.runs.push(run)
      last.empty ||= isEmpty(run)
      continue
    }
    for (const piece of run.text.split(/(?<=[。；，])/)) {
      const mark = /[。；，]$/.exec(piece)?.[0] ?? ''
      const text = mark ? piece.slice(0, -1) : piece
      const last = clauses.at(-1)!
      if (text) last.runs.push({ ...run, text })
      if (!mark) continue
      last.mark = mark
      clauses.push({ runs: [], mark: '', empty: false })
    }
  }
  return clauses.filter((clause) => clause.runs.length > 0)
}

function isText(run: Run | undefined): run is Extract<Run, { kind: 'text' }> {
  return run?.kind === 'text'
}

/**
 * Takes the clauses out of a sentence whose figure has no value, so that a first draft never says （暂无数据）;
 * the sentence keeps its full stop.
 * @returns the runs that are left, none when nothing is
 */
export function dropEmptyClauses(runs: readonly Run[], isEmpty: (run: Run) => boolean): Run[] {
  const clauses = clausesOf(runs, isEmpty)
  if (clauses.every(({ empty }) => !empty)) return [...runs]
  const kept: Clause[] = []
  for (const clause of clauses) {
    if (!clause.empty) kept.push({ ...clause })
    else if (clause.mark === '。' && kept.length > 0) kept.at(-1)!.mark = '。'
  }
  const left: Run[] = []
  for (const { runs: pieces, mark } of kept) {
    for (const piece of [...pieces, ...(mark ? [{ kind: 'text' as const, text: mark }] : [])]) {
      const last = left.at(-1)
      if (isText(last) && isText(piece) && last.bold === piece.bold)
        left[left.length - 1] = { ...last, text: last.text + piece.text }
      else left.push(piece)
    }
  }
  return left
}
