import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { MetricScope } from '#kernel/server-module.ts'
import { localDay } from '../period.ts'
import type { KnownMetric } from './figure-book.ts'

/** What a reader asked for. */
export interface AskedScope {
  from?: string
  to?: string
  unit?: string
  site?: string
}

const mostYears = 10
// Outside four-digit years of our calendar, day arithmetic means nothing.
const earliest = '1900-01-01'
const latest = '2200-12-31'

/** Whether a person sees all units, or only the own one. */
export function seesAllUnits(ctx: Ctx): boolean {
  return ctx.has('metrics.read-all')
}

/** The figures that say something about one unit. */
export function isByUnit({ metric }: KnownMetric): boolean {
  return metric.by?.includes('unit') ?? true
}

/** The days asked for: the year up to today when none are named. @throws Problem 422 */
export function askedPeriod(ctx: Ctx, asked: AskedScope): { from: string; to: string } {
  const to = asked.to ?? localDay(ctx.now)
  const from = asked.from ?? `${to.slice(0, 4)}-01-01`
  if (from < earliest || to > latest) throw new Problem(422, 'metrics.period_too_long', { path: 'from' })
  if (from > to) throw new Problem(422, 'metrics.period_reversed', { path: 'to' })
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > mostYears)
    throw new Problem(422, 'metrics.period_too_long', { path: 'from' })
  return { from, to }
}

async function mustExist(ctx: Ctx, table: 'directory.unit' | 'directory.site', id: string): Promise<void> {
  const found = await ctx.db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  if (!found) throw new Problem(404, 'metrics.no_such_place')
}

/**
 * The period and place a reader may see: people outside the centre get their own unit whatever they ask for.
 * @throws Problem 403 for another unit, 404 for an unknown place, 422 for a period that runs backwards
 */
export async function askedScope(ctx: Ctx, known: KnownMetric, asked: AskedScope): Promise<MetricScope> {
  const period = askedPeriod(ctx, asked)
  if (!seesAllUnits(ctx)) {
    const own = ctx.actor.unitId
    if (!own) throw new Problem(403, 'metrics.no_unit')
    if (!isByUnit(known) || (asked.unit && asked.unit !== own))
      throw new Problem(403, 'metrics.own_unit_only')
    if (asked.site) await mustExist(ctx, 'directory.site', asked.site)
    return { ...period, unitId: own, siteId: asked.site }
  }
  if (asked.unit) await mustExist(ctx, 'directory.unit', asked.unit)
  if (asked.site) await mustExist(ctx, 'directory.site', asked.site)
  return { ...period, unitId: asked.unit, siteId: asked.site }
}
