import { dimensionsOf, type FigureBook, type KnownMetric, readSeries } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import { type Contribution, figure, type ReportScope, type ShortFall, words } from '../contribution.ts'
import type { ReportFigure, Run } from '../schema.ts'
import { showNumber } from '../show-figure.ts'
import type { LiveFigures } from './live-figures.ts'

export interface Suggesting {
  ctx: Ctx
  book: FigureBook
  figures: LiveFigures
  scope: ReportScope
  contributions: readonly Contribution[]
}

/** Worse than the year before by less than this share is no trend. */
const trendShare = 0.05
const namedUnits = 2

function isWorse(better: 'more' | 'less', value: number, than: number): boolean {
  return better === 'more' ? value < than : value > than
}

function hrefOf(id: string, { from, to }: ReportScope): string {
  return `/figures/${id}?from=${from}&to=${to}`
}

/** ，其中财政局3项、审计局2项较突出: the units that fell short most. */
async function worstUnits(
  { ctx, scope }: Suggesting,
  known: KnownMetric,
  limit: number | null,
): Promise<Run[]> {
  if (!dimensionsOf(known).includes('unit')) return []
  const { better, adds } = known.metric
  // Of what should be many, few in a small unit says nothing.
  if (adds && better === 'more') return []
  const series = await readSeries(ctx, known, { from: scope.from, to: scope.to }, 'unit')
  const short = series.filter(
    ({ value }) => value !== null && (adds || limit === null ? value > 0 : isWorse(better!, value, limit)),
  )
  const worst = (better === 'less' ? short : short.reverse()).slice(0, namedUnits)
  if (worst.length === 0) return []
  return [
    words('，其中'),
    ...worst.flatMap(({ key, label }, index) => [
      words(`${index > 0 ? '、' : ''}${label}`),
      figure(known.id, { unit: key }),
    ]),
    words('较突出'),
  ]
}

function againstTarget(
  { scope }: Suggesting,
  known: KnownMetric,
  { value, target, decimals }: ReportFigure,
): Omit<ShortFall, 'problem'> & { problem: Run[] } {
  const { id, metric } = known
  const goal = showNumber(target!, { decimals, unit: metric.unit.zh })
  const least = metric.better === 'more'
  return {
    key: `target:${id}`,
    metric: id,
    title: metric.title,
    because: text(
      `${metric.title.zh}为${showNumber(value!, { decimals, unit: metric.unit.zh })}，目标${least ? '不低于' : '不超过'}${goal}`,
      `${metric.title.en} is ${value} ${metric.unit.en}; the target is ${least ? 'at least' : 'at most'} ${target}`,
    ),
    href: hrefOf(id, scope),
    problem: [
      words(`${metric.title.zh}为`),
      figure(id),
      words(`，${least ? '未达到' : '超过'}${goal}的目标`),
    ],
    plan: [
      words(
        `针对${metric.title.zh}${least ? '未达标' : '超标'}的问题，逐项分析原因、明确责任人和完成时限，按月通报，${scope.next}${
          least ? `提高到${goal}以上` : `控制在${goal}以内`
        }。`,
      ),
    ],
  }
}

function againstBefore(
  { scope }: Suggesting,
  known: KnownMetric,
  { value, before }: ReportFigure,
): ShortFall {
  const { id, metric } = known
  return {
    key: `before:${id}`,
    metric: id,
    title: metric.title,
    because: text(
      `${metric.title.zh}比上年同期${value! > before.value! ? '上升' : '下降'}超过5%`,
      `${metric.title.en} is more than 5% ${value! > before.value! ? 'above' : 'below'} the same days of the year before`,
    ),
    href: hrefOf(id, scope),
    problem: [
      words(`${metric.title.zh}为`),
      figure(id),
      words('，比上年同期'),
      figure(id, { show: 'difference' }),
    ],
    plan: [
      words(
        `扭转${metric.title.zh}${value! > before.value! ? '上升' : '下降'}的势头，找准变化的原因，${scope.next}恢复到上年水平。`,
      ),
    ],
  }
}

async function generalShortFall(suggesting: Suggesting, known: KnownMetric): Promise<ShortFall | null> {
  const { better } = known.metric
  if (!better) return null
  const read = await suggesting.figures.read(known.id, suggesting.scope)
  const { value, target, before } = read
  if (value === null) return null
  const missed = target !== null && isWorse(better, value, target)
  const fell =
    before.value !== null &&
    before.value !== 0 &&
    isWorse(better, value, before.value) &&
    Math.abs(value / before.value - 1) > trendShare
  if (!missed && !fell) return null
  const found = missed ? againstTarget(suggesting, known, read) : againstBefore(suggesting, known, read)
  const units = await worstUnits(suggesting, known, missed ? target : before.value)
  return { ...found, problem: [...found.problem, ...units, words('。')] }
}

/** What fell short: figures that missed their target or got worse, then what the modules know of themselves. */
export async function suggestShortFalls(suggesting: Suggesting): Promise<ShortFall[]> {
  const { ctx, book, scope, contributions } = suggesting
  const found: ShortFall[] = []
  for (const known of book.all()) {
    const one = await generalShortFall(suggesting, known)
    if (one) found.push(one)
  }
  for (const { shortFalls } of contributions) if (shortFalls) found.push(...(await shortFalls(ctx, scope)))
  return found
}
