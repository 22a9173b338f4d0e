import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { metrics } from '../module.ts'
import type { FigureBook } from './figure-book.ts'

type Actions = typeof metrics.actions

function targetRows(ctx: Ctx, metric: string | undefined) {
  return ctx.db
    .selectFrom('metrics.target')
    .select(['id', 'metric', 'from_year', 'value', 'note', 'set_by', 'set_at'])
    .$if(metric !== undefined, (query) => query.where('metric', '=', metric!))
}

/** The bureau's own targets; a figure that no module gives any more is left out. */
export async function listTargets(
  ctx: Ctx,
  book: FigureBook,
  input: InputOf<Actions['listTargets']>,
): Promise<OutputOf<Actions['listTargets']>> {
  const by = [
    { column: 'metric', direction: 'asc' as const },
    { column: 'from_year', direction: 'asc' as const },
  ]
  const { items, next } = await keysetPage(targetRows(ctx, input.metric), input, { by })
  return {
    items: items
      .filter(({ metric }) => book.has(metric))
      .map((row) => ({
        id: row.id,
        metric: row.metric,
        title: book.find(row.metric).metric.title,
        unit: book.find(row.metric).metric.unit,
        fromYear: row.from_year,
        value: row.value,
        note: row.note,
        setBy: row.set_by,
        setAt: row.set_at,
      })),
    next,
  }
}

/** The same as a sheet. */
export async function exportTargets(
  ctx: Ctx,
  book: FigureBook,
  input: InputOf<Actions['exportTargets']>,
): Promise<FileAnswer> {
  const rows = await targetRows(ctx, input.metric).orderBy('metric').orderBy('from_year').execute()
  const content = {
    title: '目标值',
    columns: [
      { heading: '指标' },
      { heading: '名称', width: 24 },
      { heading: '自哪年起', kind: 'number' as const },
      { heading: '目标值', kind: 'number' as const },
      { heading: '说明', width: 30 },
    ],
    rows: rows
      .filter(({ metric }) => book.has(metric))
      .map((row) => [
        row.metric,
        ctx.say(book.find(row.metric).metric.title),
        row.from_year,
        row.value,
        row.note,
      ]),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', content.title)
}
