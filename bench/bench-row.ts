import type { BenchDatabases, Size } from './open-databases.ts'

/** One line of the table: what was measured against what, in the same run. */
export interface Result {
  what: string
  /** The two sides in words with their units: `41 ms`, `130 /s`. */
  measured: string
  against: string
  /** Measured by reference; the limit is on this. */
  ratio: number
  limit: { most: number } | { least: number }
  /** More numbers for the JSON. */
  details?: Record<string, unknown>
}

/** What a row may use. */
export interface BenchTools {
  databases: BenchDatabases
  say(line: string): void
}

/** A file of `bench/rows/` exports one as `row`. */
export interface BenchRow {
  name: string
  title: string
  /** The databases it asks; none other is made for it. */
  needs: readonly Size[]
  run(tools: BenchTools): Promise<Result[]>
}

/** Whether the result keeps its limit. */
export function keepsLimit({ ratio, limit }: Result): boolean {
  return 'most' in limit ? ratio <= limit.most : ratio >= limit.least
}
