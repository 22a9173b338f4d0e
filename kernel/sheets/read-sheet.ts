import { findHeading } from './find-heading.ts'
import { nameFormat } from './name-format.ts'
import { readCsvGrid } from './read-csv-grid.ts'
import { readXlsxGrid } from './read-xlsx-grid.ts'
import { type Grid, type GridRow, type Sheet, SheetProblem, type SheetWarning } from './sheet.ts'

/**
 * `expected`: headings that the table may have, by which titles above it are told from the heading row; `required`:
 * those that a person is told of when there is none of them.
 */
export type ReadSheetOptions = {
  expected?: readonly string[]
  required?: readonly string[]
  maxRows?: number
}

const DEFAULT_MAX_ROWS = 100_000

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
  const { maxRows = DEFAULT_MAX_ROWS, expected, required } = options
  const found = await readGrid(bytes, fileName, maxRows)
  if (found.rows.length === 0) throw new SheetProblem('sheets.empty', { file: fileName })
  const known = findHeading(found.rows, expected)
  const second = known ? undefined : readAsBig5(bytes, options, maxRows)
  const grid = second ?? found
  const heading = known ?? (second && findHeading(second.rows, expected))
  if (!heading) {
    throw new SheetProblem('sheets.heading_missing', { headings: (required ?? expected ?? []).join('、') })
  }
  const body = grid.rows.slice(heading.bodyAt)
  if (body.length > maxRows) throw new SheetProblem('sheets.too_many_rows', { max: maxRows })
  return nameCells(heading.row, body, grid.warnings)
}

async function readGrid(bytes: Buffer, fileName: string, maxRows: number): Promise<Grid> {
  if (bytes.length === 0) throw new SheetProblem('sheets.empty', { file: fileName })
  const format = nameFormat(bytes)
  if (format) throw new SheetProblem('sheets.other_format', { file: fileName, format })
  if (isZip(bytes)) return readXlsxGrid(bytes, maxRows)
  // The container of .xls of Excel 97–2003, and of any workbook with a password.
  if (bytes.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) {
    throw new SheetProblem('sheets.old_format', { file: fileName })
  }
  return readCsvGrid(bytes, maxRows)
}

const isZip = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from('504b0304', 'hex'))

/** A CSV in which no heading made sense, read as Hong Kong and Taiwan write it; undefined when that is no text either. */
function readAsBig5(bytes: Buffer, { expected }: ReadSheetOptions, maxRows: number): Grid | undefined {
  if (!expected || isZip(bytes)) return undefined
  try {
    return readCsvGrid(bytes, maxRows, 'big5')
  } catch (error) {
    if (error instanceof SheetProblem) return undefined
    throw error
  }
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
