import { CsvError, parse } from 'csv-parse/sync'
import { decodeText } from './decode-text.ts'
import { readCell } from './read-cell.ts'
import { type Grid, type GridRow, SheetProblem, type SheetWarning } from './sheet.ts'

const DELIMITERS = [',', ';', '\t'] as const
// Titles and remarks that people leave above the heading; rows beyond the limit by so few are judged later.
const LINES_ABOVE_HEADING = 20

/** Comma, semicolon or tab separated text in the encodings of {@link decodeText}. */
export function readCsvGrid(bytes: Buffer, maxRows: number, charset?: 'big5'): Grid {
  const text = decodeText(bytes, charset)
  const rows: GridRow[] = []
  const warnings: SheetWarning[] = []
  let lastLine = 0

  const takeRecord = (raw: string[], lineAtEnd: number): void => {
    const line = lastLine + 1
    lastLine = lineAtEnd
    const cells = raw.map((cell, index) => {
      const { text, warning } = readCell(withoutTextFormula(cell))
      if (warning)
        warnings.push({ code: warning.code, line, params: { position: index + 1, ...warning.params } })
      return text
    })
    if (cells.every((cell) => cell === '')) return
    rows.push({ line, cells })
    if (rows.length > maxRows + LINES_ABOVE_HEADING) {
      throw new SheetProblem('sheets.too_many_rows', { max: maxRows })
    }
  }

  try {
    parse(text, {
      delimiter: findDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 1_000_000,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (record: string[], info) => {
        takeRecord(record, info.lines)
        return undefined
      },
    })
  } catch (error) {
    if (error instanceof CsvError) {
      throw new SheetProblem('sheets.unreadable', { line: lastLine + 1 }, { cause: error })
    }
    throw error
  }
  return { rows, warnings }
}

/** Other programs write `="007"` so that a spreadsheet keeps the zeros: the text is what stands inside. */
function withoutTextFormula(cell: string): string {
  const inside = /^\s*="(.*)"\s*$/s.exec(cell)?.[1]
  return inside === undefined ? cell : inside.replaceAll('""', '"')
}

/** The one used most in the first line that has any; quoted text does not count. A comma when there is none. */
function findDelimiter(text: string): string {
  const unquoted = text.slice(0, 65_536).replace(/"(?:[^"]|"")*"/g, '')
  for (const line of unquoted.split(/\r\n|\n|\r/).slice(0, LINES_ABOVE_HEADING)) {
    const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length - 1)
    const most = Math.max(...counts)
    if (most > 0) return DELIMITERS[counts.indexOf(most)] ?? ','
  }
  return ','
}
