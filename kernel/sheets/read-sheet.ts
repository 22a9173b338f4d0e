import { headingKey } from './clean-cell.ts'
import { readCsvGrid } from './read-csv-grid.ts'
import { readXlsxGrid } from './read-xlsx-grid.ts'
import { type Grid, type GridRow, type Sheet, SheetProblem, type SheetWarning } from './sheet.ts'

/** `expected`: headings that the table may have, by which titles above it are told from the heading row. */
export type ReadSheetOptions = { expected?: readonly string[]; maxRows?: number }

const DEFAULT_MAX_ROWS = 100_000
const HEADING_IS_WITHIN = 20

/**
 * Reads a CSV or XLSX file as people send them; which of the two is told from the content, `fileName` only appears in
 * problems. Cells are cleaned text, dates 'YYYY-MM-DD' or 'YYYY-MM-DD HH:mm', empty rows are left out.
 * Throws {@link SheetProblem}, never anything else, for a file that cannot be taken.
 */
export async function readSheet(
  bytes: Buffer,
  fileName: string,
  options: ReadSheetOptions = {},
): Promise<Sheet> {
  const maxRows = options.maxRows ?? DEFAULT_MAX_ROWS
  const grid = await readGrid(bytes, fileName, maxRows)
  if (grid.rows.length === 0) throw new SheetProblem('sheets.empty', { file: fileName })
  const headingAt = findHeadingRow(grid.rows, options.expected)
  const heading = grid.rows[headingAt]
  if (!heading) {
    throw new SheetProblem('sheets.heading_missing', { headings: (options.expected ?? []).join('、') })
  }
  const body = grid.rows.slice(headingAt + 1)
  if (body.length > maxRows) throw new SheetProblem('sheets.too_many_rows', { max: maxRows })
  return nameCells(heading, body, grid.warnings)
}

async function readGrid(bytes: Buffer, fileName: string, maxRows: number): Promise<Grid> {
  if (bytes.length === 0) throw new SheetProblem('sheets.empty', { file: fileName })
  if (bytes.subarray(0, 4).equals(Buffer.from('504b0304', 'hex'))) return readXlsxGrid(bytes, maxRows)
  // The container of .xls of Excel 97–2003, and of any workbook with a password.
  if (bytes.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) {
    throw new SheetProblem('sheets.old_format', { file: fileName })
  }
  return readCsvGrid(bytes, maxRows)
}

/**
 * The row that shows most of the expected headings. Of equal ones the first, except that a heading merged downwards
 * shows the same again in its last row, below which the data begins. -1 when none shows any.
 */
function findHeadingRow(rows: GridRow[], expected?: readonly string[]): number {
  if (!expected) return 0
  const wanted = new Set(expected.map(headingKey))
  let best = { at: -1, found: 0, cells: '' }
  for (const [at, row] of rows.slice(0, HEADING_IS_WITHIN).entries()) {
    const found = new Set(row.cells.map(headingKey).filter((key) => wanted.has(key))).size
    const cells = row.cells.join('\t')
    if (found > best.found || (found > 0 && cells === best.cells)) best = { at, found, cells }
  }
  return best.at
}

function nameCells(heading: GridRow, body: GridRow[], gridWarnings: SheetWarning[]): Sheet {
  const headings: string[] = []
  const warnings: SheetWarning[] = []
  const names = heading.cells.map((cell, index) => {
    const name = cell.replace(/\s+/g, ' ')
    if (name === '') return undefined
    if (headings.includes(name)) {
      warnings.push({
        code: 'sheets.duplicate_heading',
        column: name,
        line: heading.line,
        params: { position: index + 1 },
      })
      return undefined
    }
    headings.push(name)
    return name
  })
  for (const position of columnsWithoutHeading(heading, body)) {
    warnings.push({ code: 'sheets.column_without_heading', params: { position } })
  }
  for (const warning of gridWarnings) {
    const column = names[Number(warning.params.position) - 1]
    warnings.push(column === undefined ? warning : { ...warning, column })
  }
  const rows = body.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      names.flatMap((name, index) => (name === undefined ? [] : [[name, cells[index] ?? '']])),
    ),
  }))
  return { headings, rows, warnings }
}

function columnsWithoutHeading(heading: GridRow, body: GridRow[]): number[] {
  const found = new Set<number>()
  for (const row of body) {
    row.cells.forEach((cell, index) => {
      if (cell !== '' && !heading.cells[index]) found.add(index + 1)
    })
  }
  return [...found].sort((a, b) => a - b)
}
