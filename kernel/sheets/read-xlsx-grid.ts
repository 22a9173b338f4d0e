import type ExcelJS from 'exceljs'
import { extractFirstSheet } from './extract-first-sheet.ts'
import { readCell } from './read-cell.ts'
import { type Grid, type GridRow, SheetProblem, type SheetWarning, type SheetWarningCode } from './sheet.ts'
import { textOfNumber } from './text-of-number.ts'

const LINES_ABOVE_HEADING = 20
const MAX_COLUMNS = 500
// Spreadsheets keep 15 digits of a number: the last ones of an identity card's eighteen are noughts.
const DIGITS_KEPT_BELOW = 1e15

/** The first visible sheet of a workbook. A merged area shows its text in every cell, as a person reads it. */
export async function readXlsxGrid(bytes: Buffer, maxRows: number): Promise<Grid> {
  const { workbook, rows: filledRows } = extractFirstSheet(bytes)
  if (filledRows > maxRows + LINES_ABOVE_HEADING)
    throw new SheetProblem('sheets.too_many_rows', { max: maxRows })
  const sheet = await loadSheet(workbook)
  const rows: GridRow[] = []
  const warnings: SheetWarning[] = []

  sheet.eachRow((row, line) => {
    const cells: string[] = []
    const warn = (code: SheetWarningCode, position: number, params = {}) =>
      warnings.push({ code, line, params: { position, ...params } })
    row.eachCell((cell, position) => {
      if (position > MAX_COLUMNS) return
      const { text: raw, warning: found } = textOfCell(cell)
      if (found) warn(found, position)
      const { text, warning } = readCell(raw)
      if (warning) warn(warning.code, position, warning.params)
      cells[position - 1] = text
    })
    if (cells.some((text) => text !== '')) rows.push({ line, cells: Array.from(cells, (text) => text ?? '') })
  })
  return { rows, warnings }
}

async function loadSheet(workbook: Buffer): Promise<ExcelJS.Worksheet> {
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  try {
    // The library's own type of Buffer is an ArrayBuffer by another name.
    await book.xlsx.load(new Uint8Array(workbook).buffer)
  } catch (error) {
    throw new SheetProblem('sheets.unreadable', {}, { cause: error })
  }
  const sheet = book.worksheets[0]
  if (!sheet) throw new SheetProblem('sheets.unreadable')
  return sheet
}

type CellText = { text: string; warning?: SheetWarningCode }

function textOfCell(cell: ExcelJS.Cell): CellText {
  const master = cell.isMerged ? cell.master : cell
  const format = master.numFmt ?? ''
  const value = master.value
  if (typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)) {
    // A sheet made by a program and never calculated holds formulas without results.
    if (value.result === undefined) return { text: '', warning: 'sheets.formula_without_result' }
    return textOfValue(value.result, format)
  }
  return textOfValue(value, format)
}

function textOfValue(value: ExcelJS.CellValue, format: string): CellText {
  if (value === null || value === undefined) return { text: '' }
  if (typeof value === 'string') return { text: value }
  if (typeof value === 'number') {
    const text = textOfNumber(value, format)
    return Math.abs(value) < DIGITS_KEPT_BELOW ? { text } : { text, warning: 'sheets.digits_lost' }
  }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' }
  if (value instanceof Date) return { text: textOfDate(value, format) }
  if ('error' in value) return { text: '', warning: 'sheets.formula_error' }
  if ('richText' in value) return { text: value.richText.map((run) => run.text).join('') }
  if ('hyperlink' in value) return { text: String(value.text) }
  return { text: '' }
}

/** Sheets know no time zone: the library gives the written clock time as if it were UTC. */
function textOfDate(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return ''
  // Days are stored as fractions, so 09:00 comes back as 08:59:59.999.
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  const time = iso.slice(11, 19).replace(/:00$/, '')
  if (iso < '1900-01-01') return time
  return /h|时|分/i.test(format) || time !== '00:00' ? `${iso.slice(0, 10)} ${time}` : iso.slice(0, 10)
}
