import { guardApostrophe, guardFormula } from './guard-formula.ts'
import { textOfNumber } from './text-of-number.ts'

export type SheetColumnKind = 'text' | 'number' | 'date' | 'datetime' | 'money-fen'

/** `width` in characters. A `money-fen` column takes whole fen and shows yuan with two decimals. */
export type SheetColumn = { heading: string; width?: number; kind?: SheetColumnKind }

/** Dates are 'YYYY-MM-DD', date-times 'YYYY-MM-DD HH:mm' in local time; what does not fit its column is written as text. */
export type SheetCell = string | number | boolean | null | undefined

/** `title` names the sheet; `notes` go to a second sheet, so that the first can be imported again. */
export type SheetContent = {
  title: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly SheetCell[])[]
  notes?: readonly string[]
}

const FORMATS: Record<SheetColumnKind, string> = {
  text: '@',
  number: 'General',
  date: 'yyyy-mm-dd',
  datetime: 'yyyy-mm-dd hh:mm',
  'money-fen': '#,##0.00',
}

/** A workbook with the heading in line 1, frozen and filterable. No text of it is ever calculated as a formula. */
export async function writeXlsx({ title, columns, rows, notes = [] }: SheetContent): Promise<Buffer> {
  // Read when the first sheet is asked for: it is large, and most servers write few.
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  book.title = title
  const sheet = book.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ heading, width, kind = 'text' }) => ({
    width: width ?? Math.max(10, Math.min(40, displayWidth(heading) + 4)),
    style: { numFmt: FORMATS[kind] },
  }))
  const headingRow = sheet.addRow(columns.map(({ heading }) => guardApostrophe(heading)))
  headingRow.font = { bold: true }
  headingRow.alignment = { vertical: 'middle', wrapText: true }
  for (const row of rows) sheet.addRow(columns.map(({ kind }, index) => xlsxCell(row[index], kind ?? 'text')))
  if (columns.length > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  if (notes.length > 0) {
    const noteSheet = book.addWorksheet('说明')
    noteSheet.getColumn(1).width = 100
    for (const note of notes) noteSheet.addRow([note]).alignment = { wrapText: true }
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The same as comma separated text: UTF-8 with its mark, so that Excel shows Chinese, and CRLF lines (RFC 4180). */
export function writeCsv({ columns, rows }: Pick<SheetContent, 'columns' | 'rows'>): Buffer {
  const lines = [
    columns.map(({ heading }) => csvCell(heading)),
    ...rows.map((row) => columns.map(({ kind }, index) => csvCell(plainText(row[index], kind ?? 'text')))),
  ]
  // A line of one empty cell would be read as no line at all.
  const text = lines
    .map((cells) => (cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')))
    .join('\r\n')
  return Buffer.from(`\uFEFF${text}\r\n`, 'utf8')
}

function xlsxCell(cell: SheetCell, kind: SheetColumnKind): string | number | Date | null {
  if (cell === null || cell === undefined || cell === '') return null
  if (kind === 'money-fen' && typeof cell === 'number') return cell / 100
  if (kind === 'number' && (typeof cell === 'number' || isExactNumber(cell))) return Number(cell)
  if (kind === 'date' || kind === 'datetime') {
    const date = typeof cell === 'string' ? realDate(cell, kind) : undefined
    if (date) return date
  }
  return guardApostrophe(plainText(cell, kind))
}

/** As the library wants it: the clock time as if it were UTC. Excel counts no days before 1900-03-01 rightly. */
function realDate(text: string, kind: 'date' | 'datetime'): Date | undefined {
  if (!(kind === 'date' ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}-\d\d-\d\d \d\d:\d\d$/).test(text)) return undefined
  const date = new Date(`${text.slice(0, 10)}T${text.slice(11) || '00:00'}Z`)
  const isReal =
    !Number.isNaN(date.getTime()) && date.toISOString().slice(0, text.length).replace('T', ' ') === text
  return isReal && text > '1900-03-01' ? date : undefined
}

function plainText(cell: SheetCell, kind: SheetColumnKind): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'string') return cell
  return kind === 'money-fen' ? (cell / 100).toFixed(2) : textOfNumber(cell)
}

/** Whether nothing is lost by writing the text as a number: '007' and 18-digit numbers must stay as they are. */
function isExactNumber(text: string | boolean): boolean {
  return typeof text === 'string' && text !== '' && textOfNumber(Number(text)) === text
}

function csvCell(text: string): string {
  const safe = guardFormula(text)
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What Excel accepts as the name of a sheet: at most 31 characters, none of them : \ / ? * [ ]. */
function sheetName(title: string): string {
  return (
    title
      .replace(/[:\\/?*[\]]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31)
      .trim() || 'Sheet1'
  )
}

function displayWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
}
