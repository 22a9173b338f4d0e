import { type Columns, expectedHeadings, type ParsedSheet, parseSheet } from './columns.ts'
import { readSheet } from './read-sheet.ts'

/** Reads a file as the table that these columns describe. @throws SheetProblem for one that cannot be taken */
export async function readTable<C extends Columns>(
  columns: C,
  bytes: Buffer,
  fileName: string,
): Promise<ParsedSheet<C>> {
  const required = Object.values(columns).flatMap((column) => (column.required ? [column.headings[0]] : []))
  const sheet = await readSheet(bytes, fileName, { expected: expectedHeadings(columns), required })
  return parseSheet(columns, sheet)
}
