import type { FigureBook, KnownMetric } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import {
  type Contribution,
  figure,
  paragraph,
  type ReportScope,
  type SummaryPart,
  words,
} from '../contribution.ts'
import { runScope } from '../figure-key.ts'
import { cutoffWords } from '../report-period.ts'
import type { Block, Run, SectionRole } from '../schema.ts'
import { noValue, showFigure } from '../show-figure.ts'
import { dropEmptyClauses } from './drop-empty-clauses.ts'
import type { LiveFigures } from './live-figures.ts'

export interface DraftSection {
  role: SectionRole
  heading: string
  blocks: Block[]
}

interface Drafting {
  ctx: Ctx
  book: FigureBook
  figures: LiveFigures
  scope: ReportScope
  contributions: readonly Contribution[]
}

/** 完成大型维修改造63项，比上年同期增加12项 */
async function clause({ figures, scope }: Drafting, { id, metric }: KnownMetric): Promise<Run[] | null> {
  const { value, before } = await figures.read(id, scope)
  if (value === null) return null
  const runs: Run[] = [words(metric.title.zh), figure(id)]
  // Nothing to compare with in the first year: a difference to nothing would say that all of it was added.
  if (before.value === null || before.value === 0) return runs
  // That a stock stayed the same is no news.
  if (before.value === value) return metric.kind === 'moment' ? runs : [...runs, words('，与上年同期持平')]
  return [...runs, words('，比上年同期'), figure(id, { show: 'difference', withUnit: true })]
}

/** The chart a module's year is best seen in: its first amount that something happened to, month by month. */
async function monthChart({ figures, scope }: Drafting, known: KnownMetric[]): Promise<Block[]> {
  if (scope.from.slice(0, 7) === scope.to.slice(0, 7)) return []
  for (const { id, metric } of known) {
    if (metric.kind !== 'period' || !metric.adds) continue
    const { value } = await figures.read(id, scope)
    if (value) return [{ kind: 'chart', caption: `各月${metric.title.zh}`, metric: id, by: 'month' }]
  }
  return []
}

/** What can be said of a module's figures without knowing it. */
async function generalPart(drafting: Drafting, known: KnownMetric[]): Promise<Block[]> {
  const clauses: Run[][] = []
  for (const one of known) {
    const runs = await clause(drafting, one)
    if (runs) clauses.push(runs)
  }
  if (clauses.length === 0) return []
  const runs = clauses.flatMap((each, index) => [
    words(index === 0 ? `${cutoffWords(drafting.scope.to)}，` : '；'),
    ...each,
  ])
  return [
    { kind: 'heading', level: 2, text: known[0]!.module.title.zh },
    paragraph(...runs, '。'),
    ...(await monthChart(drafting, known)),
  ]
}

async function doneBlocks(drafting: Drafting, parts: SummaryPart[]): Promise<Block[]> {
  const { book, contributions } = drafting
  const written = new Set(contributions.filter(({ summary }) => summary).map(({ module }) => module))
  const byModule = Map.groupBy(book.all(), ({ module }) => module.name)
  const general: Block[] = []
  for (const [module, known] of byModule)
    if (!written.has(module)) general.push(...(await generalPart(drafting, known)))
  const own = parts.filter(({ role }) => role === 'done').flatMap(({ blocks }) => blocks)
  const metrics = book.all().map(({ id }) => id)
  const table: Block[] = metrics.length
    ? [
        { kind: 'heading', level: 2, text: '主要数据' },
        { kind: 'figures', caption: '主要数据', metrics },
      ]
    : []
  return [...general, ...own, ...table]
}

/** Whether the figure has nothing to show in the scope it is asked for. */
async function hasNothing({ figures, scope }: Drafting, run: Run): Promise<boolean> {
  if (run.kind === 'text') return false
  const read = await figures.read(run.metric, runScope(run, scope))
  return showFigure(run, read) === noValue
}

/** The blocks without clauses that would have no number in them. */
async function withoutGaps(drafting: Drafting, blocks: readonly Block[]): Promise<Block[]> {
  const kept: Block[] = []
  for (const block of blocks) {
    if (block.kind !== 'paragraph') {
      kept.push(block)
      continue
    }
    const empty = new Set<Run>()
    for (const run of block.runs) if (await hasNothing(drafting, run)) empty.add(run)
    const runs = dropEmptyClauses(block.runs, (run) => empty.has(run))
    if (runs.length > 0) kept.push({ ...block, runs })
  }
  return kept
}

/**
 * The first draft: what was done in sentences with live figures, the other two sections with their opening words,
 * which suggestions and people fill.
 */
export async function draftSections(drafting: Drafting): Promise<DraftSection[]> {
  const { ctx, scope, contributions } = drafting
  const parts: SummaryPart[] = []
  for (const { summary } of contributions) {
    for (const part of summary ? await summary(ctx, scope) : [])
      parts.push({ ...part, blocks: await withoutGaps(drafting, part.blocks) })
  }
  const own = (role: SectionRole) =>
    parts.filter((part) => part.role === role).flatMap(({ blocks }) => blocks)
  return [
    { role: 'done', heading: '工作完成情况', blocks: await doneBlocks(drafting, parts) },
    {
      role: 'problems',
      heading: '存在问题',
      blocks: [paragraph(`对照目标和上年同期，${scope.span}工作中还存在以下不足：`), ...own('problems')],
    },
    {
      role: 'plan',
      heading: '下一步计划',
      blocks: [paragraph(`${scope.next}，针对以上问题，重点做好以下工作：`), ...own('plan')],
    },
  ]
}
