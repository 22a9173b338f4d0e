/** What the run has seen that must not be. */
export interface Findings {
  readonly violations: string[]
  add(what: string): void
}

/** Says each violation as it is found, and keeps it. */
export function createFindings(say: (line: string) => void): Findings {
  const violations: string[] = []
  return {
    violations,
    add(what) {
      violations.push(what)
      say(`  ✗ ${what}`)
    },
  }
}
