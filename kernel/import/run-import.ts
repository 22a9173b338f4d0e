import { sql } from 'kysely'
import type { Columns } from '#kernel/sheets/columns.ts'
import { expectedHeadings, parseSheet } from '#kernel/sheets/columns.ts'
import { readSheet } from '#kernel/sheets/read-sheet.ts'
import { SheetProblem } from '#kernel/sheets/sheet.ts'
import type { Ctx } from '../context.ts'
import { Problem, type ProblemTexts } from '../contract/problem.ts'
import { fillText } from '../i18n/say-text.ts'
import type { ImportHandler, ImportRow, Remark } from './import-handler.ts'

export interface ImportReport {
  rows: number
  accepted: number
  /** Rows that differ from what was there. */
  changed: number
  written: boolean
  refused: (Omit<Remark, 'params'> & { message: string })[]
  warnings: (Omit<Remark, 'params'> & { message: string })[]
}

export interface ImportRequest {
  kind: string
  handler: ImportHandler
  mode: 'dry-run' | 'commit'
  partial: boolean
  texts: ProblemTexts
}

function explain(ctx: Ctx, texts: ProblemTexts, remark: Remark) {
  const words = texts[remark.code] ?? texts['kernel.bad_input']!
  const message = fillText(ctx.say(words), remark.params ?? {})
  return { line: remark.line, column: remark.column, code: remark.code, message }
}

async function parseUpload(ctx: Ctx, handler: ImportHandler) {
  const upload = ctx.upload!
  try {
    const sheet = await readSheet(upload.bytes, upload.fileName, {
      expected: expectedHeadings(handler.columns),
    })
    return parseSheet(handler.columns, sheet)
  } catch (error) {
    if (!(error instanceof SheetProblem)) throw error
    const status = error.code === 'sheets.too_large' ? 413 : 422
    throw new Problem(status, error.code, { params: error.params, path: 'file', cause: error })
  }
}

/**
 * Reads the uploaded sheet and lets its module take it. The rows are written only on `commit`, and only if none was
 * refused or `partial` was asked for; otherwise everything is undone.
 * @throws Problem 422 when the file as a whole cannot be read
 */
export async function runImport(ctx: Ctx, request: ImportRequest): Promise<ImportReport> {
  const { handler, texts } = request
  const parsed = await parseUpload(ctx, handler)
  const refused: Remark[] = []
  const good: ImportRow<Columns>[] = []
  for (const row of parsed.rows) {
    if ('errors' in row) refused.push(...row.errors.map((error) => ({ line: row.line, ...error })))
    else good.push({ line: row.line, value: row.value })
  }
  await sql`savepoint import_sheet`.execute(ctx.db)
  const outcome = await handler.take(ctx, good)
  refused.push(...outcome.refused)
  refused.sort((one, other) => one.line - other.line)
  const refusedLines = new Set(refused.map(({ line }) => line))
  const written = request.mode === 'commit' && (refused.length === 0 || request.partial)
  if (!written) await sql`rollback to savepoint import_sheet`.execute(ctx.db)
  const accepted = parsed.rows.length - refusedLines.size
  await ctx.emit({
    type: written ? 'kernel.sheet_imported' : 'kernel.sheet_checked',
    subjectType: `import.${request.kind}`,
    subjectId: null,
    after: { file: ctx.upload?.fileName, rows: parsed.rows.length, accepted, changed: outcome.changed },
  })
  const warnings = [
    ...parsed.warnings.map(({ line, column, code, params }) => ({
      line: line ?? 0,
      column: column ?? '',
      code,
      params,
    })),
    ...outcome.warnings,
  ]
  return {
    rows: parsed.rows.length,
    accepted,
    changed: outcome.changed,
    written,
    refused: refused.map((remark) => explain(ctx, texts, remark)),
    warnings: warnings.map((remark) => explain(ctx, texts, remark)),
  }
}
