import type { Static } from 'typebox'
import { type FigureBook, readSeries } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { runScope } from '../figure-key.ts'
import type { ReportPeriod } from '../report-period.ts'
import { cutoffWords } from '../report-period.ts'
import type { Block, Run, ShownTable } from '../schema.ts'
import { differenceWords, showFigure } from '../show-figure.ts'
import { benchmarksFor } from './benchmark-rows.ts'
import type { LiveFigures } from './live-figures.ts'

type Shown = Static<typeof ShownTable>

/** What filling in a report's blocks takes. */
export interface Resolving {
  ctx: Ctx
  book: FigureBook
  figures: LiveFigures
  /** From the period's first day to the cut-off. */
  period: ReportPeriod
}

/** The figures a block names, wherever it does. */
export function metricsIn(block: Block): string[] {
  if (block.kind === 'paragraph')
    return block.runs.flatMap((run) => (run.kind === 'figure' ? [run.metric] : []))
  if (block.kind === 'figures') return [...block.metrics]
  return block.kind === 'peers' || block.kind === 'chart' ? [block.metric] : []
}

async function figureTable({ figures, period }: Resolving, metrics: readonly string[]): Promise<Shown> {
  const rows: string[][] = []
  for (const metric of metrics) {
    const figure = await figures.read(metric, runScope({}, period))
    // A line without a number now or then would say nothing.
    if (figure.value === null && figure.before.value === null) continue
    const plain = { withUnit: false }
    const difference = figure.before.value === null ? '—' : differenceWords(figure, false)
    const before = figure.before.value === null ? '—' : showFigure({ show: 'before', ...plain }, figure)
    const target = figure.target === null ? '—' : String(figure.target)
    rows.push([figure.title, figure.unit, showFigure(plain, figure), before, difference, target])
  }
  const headings = ['指标', '单位', cutoffWords(period.to), '上年同期', '增减', '目标']
  return { columns: headings.map((heading, index) => ({ heading, number: index > 1 })), rows }
}

async function peerTable({ ctx, figures, period }: Resolving, metric: string): Promise<Shown> {
  const figure = await figures.read(metric, runScope({}, period))
  const own = figure.value
  const apart = (value: number) =>
    own === null
      ? '—'
      : showFigure(
          { show: 'difference', withUnit: false },
          { ...figure, before: { ...figure.before, value } },
        )
  const rows = [['本单位', showFigure({}, figure), '', '本系统', period.to]]
  if (figure.before.value !== null)
    rows.push([
      '本单位上年同期',
      showFigure({ show: 'before' }, figure),
      apart(figure.before.value),
      '本系统',
      figure.before.to,
    ])
  for (const { peer, value, source, sourceOn } of await benchmarksFor(ctx, metric))
    rows.push([peer, showFigure({}, { ...figure, value }), apart(value), source, sourceOn])
  const headings = ['单位', figure.title, '本单位与其相比', '来源', '日期']
  return {
    columns: headings.map((heading, index) => ({ heading, number: index === 1 || index === 2 })),
    rows,
  }
}

async function resolveRun({ figures, period }: Resolving, run: Run): Promise<Run> {
  if (run.kind === 'text') return run
  const figure = await figures.read(run.metric, runScope(run, period))
  return { ...run, key: figure.key, shown: showFigure(run, figure) }
}

/** A block with every number in its place. */
export async function resolveBlock(resolving: Resolving, block: Block): Promise<Block> {
  const { ctx, book, period } = resolving
  switch (block.kind) {
    case 'paragraph': {
      const runs: Run[] = []
      for (const run of block.runs) runs.push(await resolveRun(resolving, run))
      return { ...block, runs }
    }
    case 'figures':
      return { ...block, shown: await figureTable(resolving, block.metrics) }
    case 'peers':
      return { ...block, shown: await peerTable(resolving, block.metric) }
    case 'chart': {
      const series = await readSeries(ctx, book.find(block.metric), runScope({}, period), block.by)
      return { ...block, points: series.map(({ key, label, value }) => ({ key, label, value })) }
    }
    default:
      return block
  }
}
