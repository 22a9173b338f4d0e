import type { Figure } from '#engines/metrics/schema.ts'
import { figureKey } from '../../figure-key.ts'
import type { ReportFigure } from '../../schema.ts'

/** A figure just read, as a report holds it, so that it stands in the text before the report is read again. */
export function reportFigure(figure: Figure): ReportFigure {
  const { id, from, to, unitId, siteId, value, before, target, asOf, decimals, plausible } = figure
  return {
    key: figureKey(id, { from, to, unitId: unitId ?? undefined, siteId: siteId ?? undefined }),
    metric: id,
    title: figure.title.zh,
    unit: figure.unit.zh,
    definition: figure.definition.zh,
    decimals,
    from,
    to,
    unitId,
    siteId,
    value,
    before,
    target,
    asOf,
    implausible: plausible.ok ? null : (plausible.reason?.zh ?? null),
    records: null,
  }
}
