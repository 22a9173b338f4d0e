import { localDay } from '#engines/metrics/period.ts'
import type { FigureBook } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Contribution } from '../contribution.ts'
import type { reports } from '../module.ts'
import { reportPeriod, reportWords } from '../report-period.ts'
import { draftSections } from './draft-sections.ts'
import { liveFigures } from './live-figures.ts'
import { type Detail, readReport } from './read-report.ts'

type Input = InputOf<(typeof reports.actions)['createReport']>

/** The period and its cut-off. @throws Problem 422 when the half or month is missing, or the cut-off lies outside */
function periodOf(ctx: Ctx, { kind, year, half, month, cutoffOn }: Input) {
  const period = reportPeriod(kind, year, half, month)
  if (!period)
    throw new Problem(422, 'reports.period_incomplete', { path: kind === 'monthly' ? 'month' : 'half' })
  const today = localDay(ctx.now)
  const cutoff = cutoffOn ?? (today < period.to && today >= period.from ? today : period.to)
  if (cutoff < period.from || cutoff > period.to)
    throw new Problem(422, 'reports.cutoff_outside', { path: 'cutoffOn', params: { ...period } })
  return { ...period, cutoff }
}

async function bureauName(ctx: Ctx): Promise<string> {
  const row = await ctx.db
    .selectFrom('kernel.bureau')
    .select('name')
    .where('id', '=', ctx.bureauId)
    .executeTakeFirstOrThrow()
  return row.name
}

/** Writes the first draft of a report from the figures of all modules. */
export async function createReport(
  ctx: Ctx,
  book: FigureBook,
  contributions: readonly Contribution[],
  input: Input,
): Promise<Detail> {
  const { from, to, cutoff } = periodOf(ctx, input)
  const issuer = await bureauName(ctx)
  const { title, span, next } = reportWords(input.kind, from)
  const scope = { from, to: cutoff, span, next }
  const sections = await draftSections({ ctx, book, figures: liveFigures(ctx, book), scope, contributions })
  const { id } = await ctx.db
    .insertInto('reports.report')
    .values({
      kind: input.kind,
      title: input.title ?? `${issuer}${title}`,
      period_from: from,
      period_to: to,
      cutoff_on: cutoff,
      publisher: issuer,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('reports.section')
    .values(
      sections.map(({ role, heading, blocks }, position) => ({
        report_id: id,
        position,
        role,
        heading,
        blocks: JSON.stringify(blocks),
        changed_by: ctx.actor.name,
      })),
    )
    .execute()
  await ctx.emit({
    type: 'reports.created',
    subjectType: 'reports.report',
    subjectId: id,
    after: { ...input, from, to, cutoff },
  })
  return readReport(ctx, book, id)
}
