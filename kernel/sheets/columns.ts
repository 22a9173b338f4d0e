import { headingKey, wordKey } from './clean-cell.ts'
import { type CellErrorCode, type CellKind, parseCell, shorten } from './parse-cell.ts'
import { type Params, type Sheet, SheetProblem, type SheetRow, type SheetWarning } from './sheet.ts'
import type { SheetColumn } from './write-sheet.ts'

/** `headings`: the one we write, then the others we understand. A cell of a column that is not required may be empty. */
export type ColumnDefinition = CellKind & { headings: readonly [string, ...string[]]; required?: boolean }
export type Columns = Readonly<Record<string, ColumnDefinition>>

type CellValue<C> = C extends { kind: 'choice'; choices: Readonly<Record<string, infer Identifier>> }
  ? Identifier
  : C extends { kind: 'integer' | 'decimal' | 'area' | 'money' }
    ? number
    : string

/** What a row becomes: a value per column, `null` where an optional cell is empty or its column is not in the file. */
export type RowValue<C extends Columns> = {
  -readonly [Key in keyof C]: C[Key] extends { required: true } ? CellValue<C[Key]> : CellValue<C[Key]> | null
}

/** `column` is the heading as the file has it. */
export type CellError = { column: string; code: CellErrorCode; params: Params }
export type ParsedRow<C extends Columns> = { value: RowValue<C> } | { errors: CellError[] }
export type ParsedSheet<C extends Columns> = {
  rows: (ParsedRow<C> & { line: number })[]
  warnings: SheetWarning[]
}

/** Which heading of the file each column is read from. */
export type Binding = Record<string, string | undefined>

/** Keeps the exact type of the definition, from which {@link RowValue} is inferred. */
export function defineColumns<const C extends Columns>(columns: C): C {
  return columns
}

/** All headings that may occur, for `readSheet(…, { expected })`. */
export function expectedHeadings(columns: Columns): string[] {
  return Object.values(columns).flatMap(({ headings }) => [...headings])
}

const WRITTEN_AS = { integer: 'number', decimal: 'number', area: 'number', money: 'money-fen' } as const

/** The columns of the empty sheet that people fill in, and of an export that can be imported again. */
export function sheetColumns(columns: Columns): SheetColumn[] {
  return Object.values(columns).map(({ headings: [heading], kind }) => {
    if (kind === 'date' || kind === 'datetime') return { heading, kind }
    if (kind === 'text' || kind === 'phone' || kind === 'choice') return { heading, kind: 'text' }
    return { heading, kind: WRITTEN_AS[kind] }
  })
}

/** Throws `sheets.heading_missing`, naming all of them, when a required column is not in the file. */
export function parseSheet<C extends Columns>(columns: C, sheet: Sheet): ParsedSheet<C> {
  const binding = bindColumns(columns, sheet.headings)
  const missing = Object.entries(columns).filter(
    ([key, column]) => column.required && binding[key] === undefined,
  )
  if (missing.length > 0) {
    throw new SheetProblem('sheets.heading_missing', {
      headings: missing.map(([, { headings }]) => headings[0]).join('、'),
    })
  }
  const known = new Set(Object.values(binding))
  const unknown = sheet.headings.filter((heading) => !known.has(heading))
  const rows: ParsedSheet<C>['rows'] = []
  const totals: SheetWarning[] = []
  for (const row of sheet.rows) {
    const parsed = parseRow(columns, row, binding)
    if (isTotal(row, columns, binding, parsed))
      totals.push({ code: 'sheets.total_row', line: row.line, params: {} })
    else rows.push({ line: row.line, ...(loneCell(row, parsed) ?? parsed) })
  }
  return {
    rows,
    warnings: [
      ...sheet.warnings,
      ...totals,
      ...unknown.map((column) => ({ code: 'sheets.unknown_column', column, params: {} }) as const),
    ],
  }
}

const TOTAL = /^(合计|总计|小计|共计|累计|(grand|sub)?total)([:(].*)?$/

/** 合计 stands first, and the rest is not a row of this table: a name may be anything, but not of everything at once. */
function isTotal<C extends Columns>(
  row: SheetRow,
  columns: C,
  binding: Binding,
  parsed: ParsedRow<C>,
): boolean {
  const first = Object.values(row.cells).find((cell) => cell !== '')
  if (first === undefined || !TOTAL.test(wordKey(first))) return false
  if ('errors' in parsed) return true
  const needed = Object.entries(columns).filter(([, { required }]) => required)
  return needed.filter(([key]) => TOTAL.test(wordKey(row.cells[binding[key] ?? ''] ?? ''))).length > 1
}

/** A remark below the table is one thing to correct, not one for every column that it leaves empty. */
function loneCell<C extends Columns>(row: SheetRow, parsed: ParsedRow<C>): ParsedRow<C> | undefined {
  if (!('errors' in parsed) || parsed.errors.length < 2) return undefined
  const filled = Object.entries(row.cells).filter(([, cell]) => cell !== '')
  const [first] = filled
  if (!first || filled.some(([, cell]) => cell !== first[1])) return undefined
  const params = { value: shorten(first[1].replace(/\s+/g, ' ')) }
  return { errors: [{ column: first[0], code: 'import.lone_cell', params }] }
}

/** Parses one row; all its errors at once, so that a person corrects it in one go. */
export function parseRow<C extends Columns>(
  columns: C,
  row: SheetRow,
  binding: Binding = bindColumns(columns, Object.keys(row.cells)),
): ParsedRow<C> {
  const errors: CellError[] = []
  const value: Record<string, string | number | null> = {}
  for (const [key, definition] of Object.entries(columns)) {
    const heading = binding[key]
    const text = (heading === undefined ? undefined : row.cells[heading]) ?? ''
    const column = heading ?? definition.headings[0]
    value[key] = null
    if (text === '') {
      if (definition.required) errors.push({ column, code: 'import.required', params: {} })
      continue
    }
    const result = parseCell(definition, text)
    if ('value' in result) value[key] = result.value
    else errors.push({ column, ...result })
  }
  // The loop above is what makes this true: every key is set by its own definition.
  return errors.length > 0 ? { errors } : { value: value as RowValue<C> }
}

function bindColumns(columns: Columns, headings: readonly string[]): Binding {
  const byKey = new Map(
    headings.map((heading) => [headingKey(heading), heading]).reverse() as [string, string][],
  )
  return Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [
      key,
      column.headings.map((heading) => byKey.get(headingKey(heading))).find((found) => found !== undefined),
    ]),
  )
}
