import { createHash } from 'node:crypto'
import { allRecords, type FigureBook } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { MetricScope } from '#kernel/server-module.ts'
import type { ReportFigure } from '../schema.ts'
import { reportStates } from '../states.ts'
import { findingsIn } from './check-report.ts'
import { type Content, type Detail, liveContent, readReport } from './read-report.ts'
import { findReport, type Report, requireOpen, sectionsOf } from './report-rows.ts'

/** How many rows stand behind a figure, and SHA-256 over their ids and values in the order of their ids. */
export async function recordsDigest(ctx: Ctx, book: FigureBook, metric: string, scope: MetricScope) {
  const hash = createHash('sha256')
  let records = 0
  for await (const { id, value } of allRecords(ctx, book.find(metric), scope)) {
    hash.update(`${id}:${value}\n`)
    records++
  }
  return { records, hash: hash.digest('hex') }
}

/** The period and place of a figure of a report. */
export function scopeOf({ from, to, unitId, siteId }: ReportFigure): MetricScope {
  return { from, to, unitId: unitId ?? undefined, siteId: siteId ?? undefined }
}

async function keepFigure(ctx: Ctx, book: FigureBook, report: Report, figure: ReportFigure): Promise<void> {
  const { records, hash } = await recordsDigest(ctx, book, figure.metric, scopeOf(figure))
  await ctx.db
    .insertInto('reports.frozen_figure')
    .values({
      report_id: report.id,
      key: figure.key,
      metric: figure.metric,
      title: figure.title,
      unit: figure.unit,
      definition: figure.definition,
      decimals: figure.decimals,
      from_day: figure.from,
      to_day: figure.to,
      unit_id: figure.unitId,
      site_id: figure.siteId,
      value: figure.value,
      before_from: figure.before.from,
      before_to: figure.before.to,
      before_value: figure.before.value,
      target: figure.target,
      as_of: figure.asOf,
      implausible: figure.implausible,
      records,
      records_hash: hash,
    })
    .execute()
}

function contentHash({ sections, figures }: Content): string {
  return createHash('sha256').update(JSON.stringify({ sections, figures })).digest('hex')
}

/**
 * Keeps the words and figures of a reviewed report as they are now; from here on they never change.
 * @throws Problem 422 `reports.not_ready` with the findings while something must be put right
 */
export async function freezeReport(ctx: Ctx, book: FigureBook, reportId: string): Promise<Detail> {
  const report = await findReport(ctx, reportId, { lock: true })
  requireOpen(ctx, report, 'freeze')
  const content = await liveContent(ctx, book, report, await sectionsOf(ctx, reportId))
  const findings = findingsIn(ctx, report, content).filter(({ weight }) => weight === 'block')
  if (findings.length > 0)
    throw new Problem(422, 'reports.not_ready', { params: { count: findings.length }, extra: { findings } })
  for (const figure of content.figures) await keepFigure(ctx, book, report, figure)
  await ctx.move(reportStates, 'freeze', reportId, {
    set: {
      frozen_at: ctx.now,
      frozen_by: ctx.actor.name,
      frozen_content: JSON.stringify(content.sections),
      frozen_hash: contentHash(content),
    },
  })
  return readReport(ctx, book, reportId)
}
