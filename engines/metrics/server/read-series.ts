import type { Static } from 'typebox'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { MetricScope } from '#kernel/server-module.ts'
import { localDay, monthsOf, yearBefore } from '../period.ts'
import type { SeriesPoint } from '../schema.ts'
import { isByUnit } from './asked-scope.ts'
import type { KnownMetric } from './figure-book.ts'

export type Point = Static<typeof SeriesPoint>
export type By = 'month' | 'unit' | 'site'

/** What a figure can be broken down by. */
export function dimensionsOf(known: KnownMetric): By[] {
  return [
    'month',
    ...(isByUnit(known) ? ['unit' as const] : []),
    ...((known.metric.by?.includes('site') ?? true) ? ['site' as const] : []),
  ]
}

async function byMonth(ctx: Ctx, { handler }: KnownMetric, scope: MetricScope): Promise<Point[]> {
  const today = localDay(ctx.now)
  const points: Point[] = []
  for (const month of monthsOf(scope).filter(({ from }) => from <= today)) {
    const value = await handler.value(ctx, { ...scope, ...month })
    const before = await handler.value(ctx, { ...scope, ...yearBefore(month) })
    const [year, number] = month.from.split('-')
    points.push({ key: `${year}-${number}`, label: `${year}年${Number(number)}月`, ...month, value, before })
  }
  return points
}

/** Places that were there during the period, by name. */
function placesOf(ctx: Ctx, by: 'unit' | 'site', { from, to, unitId, siteId }: MetricScope) {
  const asked = by === 'unit' ? unitId : siteId
  return ctx.db
    .selectFrom(by === 'unit' ? 'directory.unit' : 'directory.site')
    .select(['id', 'name'])
    .where((row) => row.or([row('closed_on', 'is', null), row('closed_on', '>', from)]))
    .where((row) => row.or([row('opened_on', 'is', null), row('opened_on', '<=', to)]))
    .$if(asked !== undefined, (query) => query.where('id', '=', asked!))
    .orderBy('code')
    .execute()
}

async function byPlace(
  ctx: Ctx,
  { handler }: KnownMetric,
  scope: MetricScope,
  by: 'unit' | 'site',
): Promise<Point[]> {
  const points: Point[] = []
  for (const { id, name } of await placesOf(ctx, by, scope)) {
    const place = by === 'unit' ? { unitId: id } : { siteId: id }
    const value = await handler.value(ctx, { ...scope, ...place })
    points.push({ key: id, label: name, from: scope.from, to: scope.to, value, before: null })
  }
  return points.sort((one, other) => (other.value ?? -Infinity) - (one.value ?? -Infinity))
}

/**
 * A figure by month (in order), or by unit or site (largest first).
 * @throws Problem 422 `metrics.not_by` when the figure has no such parts
 */
export function readSeries(ctx: Ctx, known: KnownMetric, scope: MetricScope, by: By): Promise<Point[]> {
  if (!dimensionsOf(known).includes(by))
    throw new Problem(422, 'metrics.not_by', { path: 'by', params: { title: ctx.say(known.metric.title) } })
  return by === 'month' ? byMonth(ctx, known, scope) : byPlace(ctx, known, scope, by)
}
