import type { ChecklistScore } from './schema.ts'

/** One line of a checklist with what was found; `result` null while nobody has answered it. */
export interface AnsweredLine {
  readonly mandatory: boolean
  readonly result: 'OK' | 'NOT_OK' | 'NA' | null
}

/**
 * How a checklist came out. The base is every line that was answered OK or NOT_OK, and every mandatory line nobody
 * answered; what does not apply leaves the base, and so does an optional line left open. `score` is the share of
 * the base that was met, 0–100 with one decimal; null when nothing applied, as nothing can be said then.
 * All lines met is exactly 100, whatever does not apply.
 */
export function scoreChecklist(lines: readonly AnsweredLine[]): ChecklistScore {
  const count = (wanted: AnsweredLine['result']) => lines.filter(({ result }) => result === wanted).length
  const ok = count('OK')
  const notOk = count('NOT_OK')
  const missing = lines.filter(({ mandatory, result }) => mandatory && result === null).length
  const base = ok + notOk + missing
  return {
    base,
    ok,
    notOk,
    notApplicable: count('NA'),
    missing,
    score: base === 0 ? null : Math.floor((ok * 1000) / base) / 10,
    full: base > 0 && ok === base,
  }
}
