import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import type { metrics } from '../module.ts'
import { allRecords } from './all-records.ts'
import { askedScope } from './asked-scope.ts'
import type { FigureBook } from './figure-book.ts'

type Actions = typeof metrics.actions

const mostExported = 100_000

function readCursor(cursor: string | undefined): string | null {
  if (!cursor) return null
  const id = Buffer.from(cursor, 'base64url').toString('utf8')
  if (!/^[\w-]{1,100}$/.test(id)) throw new Problem(400, 'kernel.bad_cursor', { path: 'cursor' })
  return id
}

/** One page of the rows behind a figure. */
export async function listRecords(
  ctx: Ctx,
  book: FigureBook,
  input: InputOf<Actions['listRecords']>,
): Promise<OutputOf<Actions['listRecords']>> {
  const known = book.find(input.metricId)
  const scope = await askedScope(ctx, known, input)
  const limit = input.limit ?? 50
  const rows = await known.handler.records(ctx, scope, { after: readCursor(input.cursor), limit: limit + 1 })
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last ? Buffer.from(last.id).toString('base64url') : null }
}

/** All rows behind a figure as a sheet, its definition beside them. @throws Problem 422 above 100,000 rows */
export async function exportRecords(
  ctx: Ctx,
  book: FigureBook,
  input: InputOf<Actions['exportRecords']>,
): Promise<FileAnswer> {
  const known = book.find(input.metricId)
  const scope = await askedScope(ctx, known, input)
  const title = ctx.say(known.metric.title)
  const rows = []
  for await (const { label, at, value, detail } of allRecords(ctx, known, scope)) {
    if (rows.length === mostExported)
      throw new Problem(422, 'metrics.too_many_records', { params: { limit: mostExported } })
    rows.push([label, at === null ? null : shownMoment(at), value, detail])
  }
  const content = {
    title,
    columns: [
      { heading: '记录', width: 30 },
      { heading: '时间', kind: 'datetime' as const, width: 18 },
      { heading: `数值（${ctx.say(known.metric.unit)}）`, kind: 'number' as const },
      { heading: '说明', width: 40 },
    ],
    rows,
    notes: [`${title}：${scope.from} 至 ${scope.to}`, ctx.say(known.metric.definition)],
  }
  return sheetAnswer(content, input.format ?? 'xlsx', `${title}（${scope.from}至${scope.to}）`)
}

/** ISO moments as clock time in China; days stay as they are. */
function shownMoment(at: string): string {
  if (at.length <= 10) return at
  return new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
