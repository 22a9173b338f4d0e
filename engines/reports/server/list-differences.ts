import { type FigureBook, valuesTogether } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { reports } from '../module.ts'
import { recordsDigest, scopeOf } from './freeze-report.ts'
import { findReport, frozenFigures, isFrozen } from './report-rows.ts'

type Answer = OutputOf<(typeof reports.actions)['listDifferences']>

/**
 * What the data says now against what the report says: late corrections are listed here, never written into it.
 * A figure no module gives any more has nothing to differ from.
 * @throws Problem 409 `reports.not_frozen` while the figures are live
 */
export async function listDifferences(ctx: Ctx, book: FigureBook, reportId: string): Promise<Answer> {
  const report = await findReport(ctx, reportId)
  if (!isFrozen(report)) throw new Problem(409, 'reports.not_frozen')
  const frozen = (await frozenFigures(ctx, reportId)).filter(({ metric }) => book.has(metric))
  const readValue = valuesTogether(ctx, book)
  const items: Answer['items'] = []
  for (const figure of frozen) {
    const scope = scopeOf(figure)
    const now = await readValue(book.find(figure.metric), scope)
    const digest = await recordsDigest(ctx, book, figure.metric, scope)
    const recordsChanged = digest.hash !== figure.hash
    if (now === figure.value && !recordsChanged) continue
    items.push({
      key: figure.key,
      metric: figure.metric,
      title: figure.title,
      unit: figure.unit,
      decimals: figure.decimals,
      from: figure.from,
      to: figure.to,
      frozen: figure.value,
      frozenAsOf: figure.asOf,
      now,
      difference: now === null || figure.value === null ? null : now - figure.value,
      frozenRecords: figure.records,
      recordsChanged,
    })
  }
  return { checked: frozen.length, items }
}
