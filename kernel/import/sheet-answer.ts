import { type SheetContent, writeCsv, writeXlsx } from '#kernel/sheets/write-sheet.ts'
import type { FileAnswer } from '../contract/action.ts'

/** A table as the file people asked for. */
export async function sheetAnswer(
  content: SheetContent,
  format: 'xlsx' | 'csv',
  name: string,
): Promise<FileAnswer> {
  const rows = content.rows.length
  if (format === 'csv')
    return { bytes: writeCsv(content), mediaType: 'text/csv; charset=utf-8', fileName: `${name}.csv`, rows }
  return {
    bytes: await writeXlsx(content),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: `${name}.xlsx`,
    rows,
  }
}
