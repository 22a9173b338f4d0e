import { headingKey } from './clean-cell.ts'
import type { GridRow } from './sheet.ts'

const HEADING_IS_WITHIN = 20

/** The heading, and at which row the data begins. */
export interface FoundHeading {
  row: GridRow
  bodyAt: number
}

/**
 * Finds the heading among titles and remarks, by the words it may have; without them it is the first row. Headings of
 * two lines (联系方式 above 手机 and 电话) become one. Undefined when no row shows any of the words.
 */
export function findHeading(rows: GridRow[], expected?: readonly string[]): FoundHeading | undefined {
  if (!expected) return rows[0] && { row: rows[0], bodyAt: 1 }
  const wanted = new Set(expected.map(headingKey))
  const at = bestRow(rows, wanted)
  const best = rows[at]
  if (!best) return undefined
  const below = rows[at + 1]
  if (below && isSecondLine(best, below, wanted))
    return { row: { line: below.line, cells: joinLines(best, below, wanted) }, bodyAt: at + 2 }
  const above = rows[at - 1]
  if (above && completes(best, above, wanted))
    return { row: { line: best.line, cells: joinLines(above, best, wanted) }, bodyAt: at + 1 }
  return { row: best, bodyAt: at + 1 }
}

/**
 * The row that shows most of the expected headings. Of equal ones the first, except that a heading merged downwards
 * shows the same again in its last row, below which the data begins. -1 when none shows any.
 */
function bestRow(rows: GridRow[], wanted: Set<string>): number {
  let best = { at: -1, found: 0, cells: '' }
  for (const [at, row] of rows.slice(0, HEADING_IS_WITHIN).entries()) {
    const found = knownWords(row, wanted).size
    const cells = row.cells.join('\t')
    if (found > best.found || (found > 0 && cells === best.cells)) best = { at, found, cells }
  }
  return best.at
}

function knownWords({ cells }: GridRow, wanted: Set<string>): Set<string> {
  return new Set(cells.map(headingKey).filter((key) => wanted.has(key)))
}

/** Whether the other of two adjacent lines has headings that the better one lacks. */
function completes(best: GridRow, other: GridRow, wanted: Set<string>): boolean {
  if (Math.abs(best.line - other.line) !== 1) return false
  const there = knownWords(best, wanted)
  return other.cells.some((cell, index) => {
    const key = headingKey(cell)
    return wanted.has(key) && !there.has(key) && !wanted.has(headingKey(best.cells[index] ?? ''))
  })
}

/** A line of data would have something below the headings that are complete already. */
function isSecondLine(best: GridRow, below: GridRow, wanted: Set<string>): boolean {
  const isFree = best.cells.every((cell, index) => {
    const under = below.cells[index] ?? ''
    return under === '' || under === cell || !wanted.has(headingKey(cell))
  })
  return isFree && completes(best, below, wanted)
}

/** Of two headings in a column the known one, else the lower, which says more. */
function joinLines(upper: GridRow, lower: GridRow, wanted: Set<string>): string[] {
  const width = Math.max(upper.cells.length, lower.cells.length)
  return Array.from({ length: width }, (_, index) => {
    const [high, low] = [upper.cells[index] ?? '', lower.cells[index] ?? '']
    if (wanted.has(headingKey(low))) return low
    return wanted.has(headingKey(high)) ? high : low || high
  })
}
