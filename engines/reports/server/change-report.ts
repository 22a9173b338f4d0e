import type { FigureBook } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import type { reports } from '../module.ts'
import { type Detail, readReport } from './read-report.ts'
import { findDraft } from './report-rows.ts'

const somebody = text('别人', 'Somebody else')

type Input = InputOf<(typeof reports.actions)['changeReport']>
type DisclosureInput = Omit<InputOf<(typeof reports.actions)['publishReport']>, 'reportId'>

/** The public-disclosure fields that were given, as columns; null empties one. */
export function disclosureColumns(input: DisclosureInput) {
  const columns = {
    index_number: input.indexNumber,
    category: input.category,
    publisher: input.publisher,
    written_on: input.writtenOn,
    disclosure_name: input.disclosureName,
    document_number: input.documentNumber,
    published_on: input.publishedOn,
    keywords: input.keywords,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** Changes title, addressee and disclosure fields of a draft. @throws Problem 409 when somebody else saved first */
export async function changeReport(ctx: Ctx, book: FigureBook, input: Input): Promise<Detail> {
  const report = await findDraft(ctx, input.reportId)
  if (report.version !== input.version)
    throw new Problem(409, 'reports.changed_meanwhile', {
      params: { who: ctx.say(somebody) },
      extra: { version: report.version },
    })
  const set = {
    ...disclosureColumns(input),
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.addressee === undefined ? {} : { addressee: input.addressee }),
  }
  await ctx.db
    .updateTable('reports.report')
    .set({ ...set, version: report.version + 1 })
    .where('id', '=', report.id)
    .execute()
  const before = Object.fromEntries(
    Object.keys(set).map((column) => [column, report[column as keyof typeof report]]),
  )
  await ctx.emit({
    type: 'reports.changed',
    subjectType: 'reports.report',
    subjectId: report.id,
    before,
    after: set,
  })
  return readReport(ctx, book, report.id)
}
