import type { Remark } from '#kernel/import/import-handler.ts'

/** Parts the rows of a sheet whose key stood on an earlier line already. */
export function splitRepeated<R extends { line: number }>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  column: string,
): { single: R[]; refused: Remark[] } {
  const firstLine = new Map<string, number>()
  const single: R[] = []
  const refused: Remark[] = []
  for (const row of rows) {
    const value = keyOf(row)
    const line = firstLine.get(value)
    if (line === undefined) {
      firstLine.set(value, row.line)
      single.push(row)
    } else refused.push({ line: row.line, column, code: 'directory.row_repeated', params: { value, line } })
  }
  return { single, refused }
}

/** Rows in parts that fit one statement. */
export function inParts<T>(rows: readonly T[], size = 1000): T[][] {
  const parts: T[][] = []
  for (let start = 0; start < rows.length; start += size) parts.push(rows.slice(start, start + size))
  return parts
}

/** What an empty cell means: leave it as it is. */
export function given<T>(value: T | null): T | undefined {
  return value ?? undefined
}
