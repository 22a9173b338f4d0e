import type { FormClause, FormFinding } from './finding.ts'
import { finding } from './rules.ts'

interface ClauseNumber {
  prefix: string
  /** `3.2` is [3, 2]. */
  steps: number[]
}

function numberOf(code: string): ClauseNumber | null {
  const found = /^(.*?)(\d+(?:\.\d+)*)$/.exec(code)
  return found ? { prefix: found[1]!, steps: found[2]!.split('.').map(Number) } : null
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Codes of one prefix, numbered upwards and without gaps, each once. */
export function checkNumbering(clauses: readonly FormClause[]): FormFinding[] {
  const found: FormFinding[] = []
  const seen = new Set<string>()
  let first: ClauseNumber | null = null
  let last: { code: string; steps: number[] } | null = null
  for (const [clause, { code }] of clauses.entries()) {
    if (code === '') continue
    const place = { clause, code }
    if (seen.has(code)) {
      found.push(finding('code-repeated', place, { found: code }))
      continue
    }
    seen.add(code)
    const number = numberOf(code)
    if (!number) {
      found.push(finding('code-form', place, { found: code }))
      continue
    }
    first ??= number
    if (number.prefix !== first.prefix) {
      found.push(finding('code-prefix', place, { found: code, wanted: first.prefix }))
      continue
    }
    if (last) {
      const values = { found: code, wanted: last.code }
      if (compare(number.steps, last.steps) < 0) found.push(finding('code-order', place, values))
      else if (jumps(last.steps, number.steps)) found.push(finding('code-gap', place, values))
    }
    last = { code, steps: number.steps }
  }
  return found
}

/** Whether a plain number skips one; numbers of several steps (3.1, 3.2, 4) are only put in order. */
function jumps(from: readonly number[], to: readonly number[]): boolean {
  return from.length === 1 && to.length === 1 && to[0]! > from[0]! + 1
}
