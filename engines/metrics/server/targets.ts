import type { Ctx } from '#kernel/context.ts'
import type { MetricScope } from '#kernel/server-module.ts'
import type { FigureBook, KnownMetric } from './figure-book.ts'

/**
 * What a figure should be in the year the period ends in: the bureau's latest word up to then, else what the figure
 * comes with. A target is for the whole bureau; parts have none of an amount, and the whole's of a rate.
 */
export async function targetOf(
  ctx: Ctx,
  { id, metric }: KnownMetric,
  scope: MetricScope,
): Promise<number | null> {
  if (metric.adds && (scope.unitId || scope.siteId)) return null
  const row = await ctx.db
    .selectFrom('metrics.target')
    .select('value')
    .where('metric', '=', id)
    .where('from_year', '<=', Number(scope.to.slice(0, 4)))
    .orderBy('from_year', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.value ?? metric.target ?? null
}

/** The targets of all figures for a year, by id. */
export async function targetsOf(ctx: Ctx, book: FigureBook, year: number): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('metrics.target')
    .select(['metric', 'value'])
    .where('from_year', '<=', year)
    .orderBy('from_year')
    .execute()
  const ownWords = book
    .all()
    .flatMap(({ id, metric }) => (metric.target === undefined ? [] : [[id, metric.target] as const]))
  return new Map([...ownWords, ...rows.map(({ metric, value }) => [metric, value] as const)])
}
