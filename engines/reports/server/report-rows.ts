import type { Selectable } from 'kysely'
import type { Static } from 'typebox'
import { Value } from 'typebox/value'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { cutoffWords, type ReportPeriod } from '../report-period.ts'
import {
  Blocks,
  type ReportFigure,
  type ReportKind,
  type ReportRow,
  type Section,
  type SectionRole,
} from '../schema.ts'
import { reportStates } from '../states.ts'

export type Report = Selectable<DB['reports.report']>
export type State = keyof typeof reportStates.states
export type Transition = keyof typeof reportStates.transitions

/** @throws Problem 404 */
export async function findReport(ctx: Ctx, id: string, options: { lock?: boolean } = {}): Promise<Report> {
  const row = await ctx.db
    .selectFrom('reports.report')
    .selectAll()
    .where('id', '=', id)
    .$if(options.lock ?? false, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}

/** Whether the figures stand still. */
export function isFrozen(report: Report): boolean {
  return report.frozen_content !== null
}

/** Only a draft takes words. @throws Problem 409 `reports.no_draft` */
export async function findDraft(ctx: Ctx, id: string): Promise<Report> {
  const report = await findReport(ctx, id, { lock: true })
  if (report.state !== 'DRAFT') throw new Problem(409, 'reports.no_draft')
  return report
}

/** The days its figures count: up to the cut-off. */
export function countedPeriod(report: Report): ReportPeriod {
  return { from: report.period_from, to: report.cutoff_on }
}

/** The same refusal that `ctx.move` gives, before any other work is done. @throws Problem 409 `kernel.wrong_state` */
export function requireOpen(ctx: Ctx, report: Report, name: Transition): void {
  const transition = reportStates.transitions[name]
  const state = report.state as State
  if ((transition.from as readonly string[]).includes(state)) return
  throw new Problem(409, 'kernel.wrong_state', {
    params: { state: ctx.say(reportStates.states[state].title), step: ctx.say(transition.title) },
  })
}

export function reportRow(ctx: Ctx, report: Report): Static<typeof ReportRow> {
  return {
    id: report.id,
    state: report.state as State,
    kind: report.kind as ReportKind,
    title: report.title,
    from: report.period_from,
    to: report.period_to,
    cutoffOn: report.cutoff_on,
    cutoffWords: cutoffWords(report.cutoff_on),
    version: report.version,
    createdAt: report.created_at,
    createdBy: report.created_by,
    frozenAt: report.frozen_at,
    frozenBy: report.frozen_by,
    publishedOn: report.published_on,
    can: {
      ...ctx.can(reportStates, report),
      edit: report.state === 'DRAFT' && ctx.has('reports.write'),
      compare: isFrozen(report),
    },
  }
}

/** A section as stored. */
export function sectionOf(row: Selectable<DB['reports.section']>): Section {
  return {
    id: row.id,
    position: row.position,
    role: row.role as SectionRole,
    heading: row.heading,
    version: row.version,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    blocks: Value.Parse(Blocks, row.blocks),
  }
}

export async function sectionsOf(ctx: Ctx, reportId: string): Promise<Section[]> {
  const rows = await ctx.db
    .selectFrom('reports.section')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(sectionOf)
}

/** The figures as they were at the freeze. */
export async function frozenFigures(
  ctx: Ctx,
  reportId: string,
): Promise<(ReportFigure & { hash: string | null })[]> {
  const rows = await ctx.db
    .selectFrom('reports.frozen_figure')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    key: row.key,
    metric: row.metric,
    title: row.title,
    unit: row.unit,
    definition: row.definition,
    decimals: row.decimals,
    from: row.from_day,
    to: row.to_day,
    unitId: row.unit_id,
    siteId: row.site_id,
    value: row.value,
    before: { from: row.before_from, to: row.before_to, value: row.before_value },
    target: row.target,
    asOf: row.as_of,
    implausible: row.implausible,
    records: row.records,
    hash: row.records_hash,
  }))
}
