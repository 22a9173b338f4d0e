import type { FigureBook } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type FileAnswer, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { reports } from '../module.ts'

type Actions = typeof reports.actions

function benchmarkRows(ctx: Ctx, metric: string | undefined) {
  return ctx.db
    .selectFrom('reports.benchmark')
    .select(['id', 'metric', 'peer', 'value', 'raw_text', 'source', 'source_on', 'note'])
    .where('voided_at', 'is', null)
    .$if(metric !== undefined, (query) => query.where('metric', '=', metric!))
}

/** What peers reach, the newest source first. */
export async function listBenchmarks(
  ctx: Ctx,
  book: FigureBook,
  input: InputOf<Actions['listBenchmarks']>,
): Promise<OutputOf<Actions['listBenchmarks']>> {
  const by = [{ column: 'source_on', direction: 'desc' as const }]
  const { items, next } = await keysetPage(benchmarkRows(ctx, input.metric), input, { by })
  return {
    items: items
      .filter(({ metric }) => book.has(metric))
      .map((row) => ({
        id: row.id,
        metric: row.metric,
        title: book.find(row.metric).metric.title,
        unit: book.find(row.metric).metric.unit,
        peer: row.peer,
        value: row.value,
        rawText: row.raw_text,
        source: row.source,
        sourceOn: row.source_on,
        note: row.note,
        can: { void: ctx.has('reports.write') },
      })),
    next,
  }
}

export async function exportBenchmarks(
  ctx: Ctx,
  book: FigureBook,
  input: InputOf<Actions['exportBenchmarks']>,
): Promise<FileAnswer> {
  const rows = await benchmarkRows(ctx, input.metric).orderBy('source_on', 'desc').orderBy('id').execute()
  const content = {
    title: '同行数据',
    columns: [
      { heading: '指标', width: 24 },
      { heading: '单位名称', width: 24 },
      { heading: '数值', kind: 'number' as const },
      { heading: '原文', width: 20 },
      { heading: '来源', width: 40 },
      { heading: '来源日期', kind: 'date' as const },
      { heading: '说明', width: 30 },
    ],
    rows: rows
      .filter(({ metric }) => book.has(metric))
      .map((row) => [
        ctx.say(book.find(row.metric).metric.title),
        row.peer,
        row.value,
        row.raw_text,
        row.source,
        row.source_on,
        row.note,
      ]),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', content.title)
}

/** Adds a peer's figure; without source and date it would be hearsay. @throws Problem 422 for an unknown figure */
export async function addBenchmark(
  ctx: Ctx,
  book: FigureBook,
  input: InputOf<Actions['addBenchmark']>,
): Promise<OutputOf<Actions['addBenchmark']>> {
  if (!book.has(input.metric))
    throw new Problem(422, 'reports.unknown_metric', { path: 'metric', params: { metric: input.metric } })
  const { id } = await ctx.db
    .insertInto('reports.benchmark')
    .values({
      metric: input.metric,
      peer: input.peer,
      value: input.value,
      raw_text: input.rawText || null,
      source: input.source,
      source_on: input.sourceOn,
      note: input.note || null,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'reports.benchmark_added',
    subjectType: 'reports.benchmark',
    subjectId: id,
    after: input,
  })
  return { id }
}

export async function voidBenchmark(
  ctx: Ctx,
  { benchmarkId, reason }: InputOf<Actions['voidBenchmark']>,
): Promise<OutputOf<Actions['voidBenchmark']>> {
  const row = await ctx.db
    .updateTable('reports.benchmark')
    .set({ voided_at: ctx.now, voided_reason: reason })
    .where('id', '=', benchmarkId)
    .where('voided_at', 'is', null)
    .returning(['id', 'metric', 'peer', 'value'])
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  await ctx.emit({
    type: 'reports.benchmark_voided',
    subjectType: 'reports.benchmark',
    subjectId: row.id,
    before: row,
    reason,
  })
  return done
}
