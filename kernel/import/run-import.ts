import { sql } from 'kysely'
import type { Columns, ParsedSheet } from '#kernel/sheets/columns.ts'
import { parseApart } from '#kernel/sheets/parse-apart.ts'
import { SheetProblem } from '#kernel/sheets/sheet.ts'
import type { Ctx, Upload } from '../context.ts'
import { Problem, type ProblemTexts } from '../contract/problem.ts'
import { fillText } from '../i18n/say-text.ts'
import type { ImportHandler, ImportRow, Remark, TakeStep } from './import-handler.ts'

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
  fileName: string
}

/** What taking a sheet came to; remarks still without words. */
export interface Taken {
  rows: number
  accepted: number
  changed: number
  written: boolean
  refused: Remark[]
  warnings: Remark[]
}

/** A remark in the reader's language. */
export function explainRemark(ctx: Ctx, texts: ProblemTexts, remark: Remark) {
  const words = texts[remark.code] ?? texts['kernel.bad_input']!
  const message = fillText(ctx.say(words), remark.params ?? {})
  return { line: remark.line, column: remark.column, code: remark.code, message }
}

/** @throws Problem 413 or 422 for a file that cannot be taken as a whole */
export async function parseUpload(
  handler: ImportHandler,
  upload: Upload,
  options?: Parameters<typeof parseApart>[3],
): Promise<ParsedSheet<Columns>> {
  try {
    return await parseApart(handler.columns, upload.bytes, upload.fileName, options)
  } catch (error) {
    if (!(error instanceof SheetProblem)) throw error
    const status = error.code === 'sheets.too_large' ? 413 : 422
    throw new Problem(status, error.code, { params: error.params, path: 'file', cause: error })
  }
}

/**
 * Lets the module take the rows of a parsed sheet. They are written only on `commit`, and only if none was refused or
 * `partial` was asked for; otherwise everything is undone.
 */
export async function takeSheet(
  ctx: Ctx,
  request: ImportRequest,
  parsed: ParsedSheet<Columns>,
  step: TakeStep = async () => undefined,
): Promise<Taken> {
  const refused: Remark[] = []
  const good: ImportRow<Columns>[] = []
  for (const row of parsed.rows) {
    if ('errors' in row) for (const error of row.errors) refused.push({ line: row.line, ...error })
    else good.push({ line: row.line, value: row.value })
  }
  await sql`savepoint import_sheet`.execute(ctx.db)
  const outcome = await request.handler.take(ctx, good, step)
  for (const remark of outcome.refused) refused.push(remark)
  refused.sort((one, other) => one.line - other.line)
  const refusedLines = new Set(refused.map(({ line }) => line))
  const written = request.mode === 'commit' && (refused.length === 0 || request.partial)
  if (!written) await sql`rollback to savepoint import_sheet`.execute(ctx.db)
  const rows = parsed.rows.length
  const accepted = rows - refusedLines.size
  await ctx.emit({
    type: written ? 'kernel.sheet_imported' : 'kernel.sheet_checked',
    subjectType: `import.${request.kind}`,
    subjectId: null,
    after: { file: request.fileName, rows, accepted, changed: outcome.changed },
  })
  const warnings = parsed.warnings.map(({ line, column, code, params }) => ({
    line: line ?? 0,
    column: column ?? '',
    code,
    params,
  }))
  return {
    rows,
    accepted,
    changed: outcome.changed,
    written,
    refused,
    warnings: [...warnings, ...outcome.warnings],
  }
}

/** Reads the uploaded sheet and takes it, in one go. @throws Problem 422 when the file as a whole cannot be read */
export async function runImport(
  ctx: Ctx,
  request: Omit<ImportRequest, 'fileName'> & { texts: ProblemTexts },
): Promise<ImportReport> {
  const upload = ctx.upload!
  const parsed = await parseUpload(request.handler, upload)
  const taken = await takeSheet(ctx, { ...request, fileName: upload.fileName }, parsed)
  const explain = (remark: Remark) => explainRemark(ctx, request.texts, remark)
  return { ...taken, refused: taken.refused.map(explain), warnings: taken.warnings.map(explain) }
}
