import type { Ctx } from '#kernel/context.ts'
import type { MetricScope } from '#kernel/server-module.ts'
import { checkPlausible } from '../check-plausible.ts'
import { periodBefore, yearBefore } from '../period.ts'
import type { Figure } from '../schema.ts'
import type { KnownMetric } from './figure-book.ts'
import { targetOf } from './targets.ts'

/** Whether the value can be right: within the figure's own range; null is no value and so no wrong one. */
export function plausibleValue(known: KnownMetric, value: number | null) {
  const { ok, reason } = checkPlausible({ value, range: known.metric.plausible })
  return { ok, reason }
}

/** A figure with the same days of the year before, the period right before, its target and whether it can be right. */
export async function readFigure(ctx: Ctx, known: KnownMetric, scope: MetricScope): Promise<Figure> {
  const { id, metric, handler } = known
  const { title, unit, definition, decimals, better } = metric
  const value = await handler.value(ctx, scope)
  const before = yearBefore(scope)
  const previous = periodBefore(scope)
  return {
    id,
    title,
    unit,
    definition,
    decimals: decimals ?? 0,
    better: better ?? null,
    value,
    asOf: ctx.now.toISOString(),
    from: scope.from,
    to: scope.to,
    unitId: scope.unitId ?? null,
    siteId: scope.siteId ?? null,
    before: { ...before, value: await handler.value(ctx, { ...scope, ...before }) },
    previous: { ...previous, value: await handler.value(ctx, { ...scope, ...previous }) },
    target: await targetOf(ctx, known, scope),
    plausible: plausibleValue(known, value),
  }
}
