import { yearBefore } from '#engines/metrics/period.ts'
import { type FigureBook, plausibleValue, targetOf, valuesTogether } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { MetricScope } from '#kernel/server-module.ts'
import { figureKey } from '../figure-key.ts'
import type { ReportFigure } from '../schema.ts'

/** Gives figures as they are now, each worked out once, and remembers all it gave. */
export interface LiveFigures {
  read(metric: string, scope: MetricScope): Promise<ReportFigure>
  given(): ReportFigure[]
}

/** Documents are written in Chinese whatever language their reader chose, so words come from `zh`. */
export function liveFigures(ctx: Ctx, book: FigureBook): LiveFigures {
  const known = new Map<string, ReportFigure>()
  const readValue = valuesTogether(ctx, book)
  return {
    async read(id, scope) {
      const key = figureKey(id, scope)
      const earlier = known.get(key)
      if (earlier) return earlier
      const found = book.find(id)
      const { metric } = found
      const before = yearBefore(scope)
      const value = await readValue(found, scope)
      const { ok, reason } = plausibleValue(found, value)
      const figure: ReportFigure = {
        key,
        metric: id,
        title: metric.title.zh,
        unit: metric.unit.zh,
        definition: metric.definition.zh,
        decimals: metric.decimals ?? 0,
        from: scope.from,
        to: scope.to,
        unitId: scope.unitId ?? null,
        siteId: scope.siteId ?? null,
        value,
        before: { ...before, value: await readValue(found, { ...scope, ...before }) },
        target: await targetOf(ctx, found, scope),
        asOf: ctx.now.toISOString(),
        implausible: ok ? null : (reason?.zh ?? null),
        records: null,
      }
      known.set(key, figure)
      return figure
    },
    given: () => [...known.values()],
  }
}
