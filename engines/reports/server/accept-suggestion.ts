import type { FigureBook } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Contribution, ShortFall } from '../contribution.ts'
import type { reports } from '../module.ts'
import { reportWords } from '../report-period.ts'
import type { ReportKind, Run, Section } from '../schema.ts'
import { liveFigures } from './live-figures.ts'
import { type Detail, readReport } from './read-report.ts'
import { countedPeriod, findDraft, findReport, isFrozen, type Report, sectionsOf } from './report-rows.ts'
import { suggestShortFalls } from './suggest-shortfalls.ts'

type Actions = typeof reports.actions

function shortFallsOf(
  ctx: Ctx,
  book: FigureBook,
  contributions: readonly Contribution[],
  report: Report,
): Promise<ShortFall[]> {
  const { span, next } = reportWords(report.kind as ReportKind, report.period_from)
  const scope = { ...countedPeriod(report), span, next }
  return suggestShortFalls({ ctx, book, figures: liveFigures(ctx, book), scope, contributions })
}

function acceptedIn(sections: Section[]): Set<string> {
  const blocks = sections.flatMap((section) => section.blocks)
  return new Set(
    blocks.flatMap((block) => (block.kind === 'paragraph' && block.suggestion ? [block.suggestion] : [])),
  )
}

/** What fell short in the report's days, with a sentence for the problems and one for the plan; none once it is frozen. */
export async function listSuggestions(
  ctx: Ctx,
  book: FigureBook,
  contributions: readonly Contribution[],
  reportId: string,
): Promise<OutputOf<Actions['listSuggestions']>> {
  const report = await findReport(ctx, reportId)
  if (isFrozen(report)) return { items: [] }
  const accepted = acceptedIn(await sectionsOf(ctx, reportId))
  const found = await shortFallsOf(ctx, book, contributions, report)
  return { items: found.map((one) => ({ ...one, accepted: accepted.has(one.key) })) }
}

async function append(
  ctx: Ctx,
  section: Section | undefined,
  runs: Run[],
  suggestion: string,
): Promise<void> {
  if (!section || runs.length === 0) return
  await ctx.db
    .updateTable('reports.section')
    .set({
      blocks: JSON.stringify([...section.blocks, { kind: 'paragraph', runs, suggestion }]),
      version: section.version + 1,
      changed_at: ctx.now,
      changed_by: ctx.actor.name,
    })
    .where('id', '=', section.id)
    .execute()
}

/** Puts a suggestion at the end of 存在问题 and of 下一步计划, where people go on editing it. */
export async function acceptSuggestion(
  ctx: Ctx,
  book: FigureBook,
  contributions: readonly Contribution[],
  { reportId, key }: InputOf<Actions['acceptSuggestion']>,
): Promise<Detail> {
  const report = await findDraft(ctx, reportId)
  const sections = await sectionsOf(ctx, reportId)
  if (acceptedIn(sections).has(key)) throw new Problem(409, 'reports.suggestion_taken')
  const found = (await shortFallsOf(ctx, book, contributions, report)).find((one) => one.key === key)
  if (!found) throw new Problem(409, 'reports.suggestion_gone')
  await append(
    ctx,
    sections.find(({ role }) => role === 'problems'),
    found.problem,
    key,
  )
  await append(
    ctx,
    sections.find(({ role }) => role === 'plan'),
    found.plan,
    key,
  )
  await ctx.emit({
    type: 'reports.suggestion_accepted',
    subjectType: 'reports.report',
    subjectId: reportId,
    after: { key, because: found.because },
  })
  return readReport(ctx, book, reportId)
}
