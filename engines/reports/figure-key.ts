import type { MetricScope } from '#kernel/server-module.ts'
import type { ReportPeriod } from './report-period.ts'

/** Metric, days and place in one text; the same figure in two sentences has the same key. */
export function figureKey(metric: string, { from, to, unitId, siteId }: MetricScope): string {
  return [metric, from, to, unitId ?? '', siteId ?? ''].join('|')
}

/** The days and the place a figure of a block is about; the report's when it does not say. */
export function runScope(
  run: { from?: string; to?: string; unit?: string; site?: string },
  period: ReportPeriod,
): MetricScope {
  return { from: run.from ?? period.from, to: run.to ?? period.to, unitId: run.unit, siteId: run.site }
}
