import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer } from '#kernel/contract/action.ts'
import type { Text } from '#kernel/contract/text.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import type { SheetCell, SheetColumnKind } from '#kernel/sheets/write-sheet.ts'

/** One column of an exported list: its heading, what a row has there, and how it reads. */
export type ListColumn<Row> = readonly [Text, (row: Row) => SheetCell, SheetColumnKind?]

/** A list as a sheet in the reader's language. */
export function listSheet<Row>(
  ctx: Ctx,
  title: Text,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
  format: 'xlsx' | 'csv' = 'xlsx',
): Promise<FileAnswer> {
  const content = {
    title: ctx.say(title),
    columns: columns.map(([heading, , kind = 'text']) => ({ heading: ctx.say(heading), kind })),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  }
  return sheetAnswer(content, format, content.title)
}
