import { localDay } from '#engines/metrics/period.ts'
import type { FigureBook } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { disclosureFields } from '../document/official-document.ts'
import type { reports } from '../module.ts'
import { reportStates } from '../states.ts'
import { disclosureColumns } from './change-report.ts'
import { type Detail, readReport } from './read-report.ts'
import { findReport, type Report, requireOpen } from './report-rows.ts'

type Actions = typeof reports.actions

/** From draft to review. */
export async function submitReport(ctx: Ctx, book: FigureBook, reportId: string): Promise<Detail> {
  await ctx.move(reportStates, 'submit', reportId)
  return readReport(ctx, book, reportId)
}

/** From review back to the writers, with the reason they read. */
export async function returnReport(
  ctx: Ctx,
  book: FigureBook,
  { reportId, reason }: InputOf<Actions['returnReport']>,
): Promise<Detail> {
  await ctx.move(reportStates, 'return', reportId, { reason })
  return readReport(ctx, book, reportId)
}

/** Takes a report out of use; it stays readable with its reason. */
export async function voidReport(
  ctx: Ctx,
  book: FigureBook,
  { reportId, reason }: InputOf<Actions['voidReport']>,
): Promise<Detail> {
  await ctx.move(reportStates, 'void', reportId, { set: { voided_reason: reason }, reason })
  return readReport(ctx, book, reportId)
}

/** The eight public-disclosure fields, all of them text; empty where nothing is filled in. */
export function disclosureOf(report: Pick<Report, DisclosureColumn>) {
  return {
    indexNumber: report.index_number ?? '',
    category: report.category ?? '',
    publisher: report.publisher ?? '',
    writtenOn: report.written_on ?? '',
    name: report.disclosure_name ?? '',
    documentNumber: report.document_number ?? '',
    publishedOn: report.published_on ?? '',
    keywords: report.keywords ?? '',
  }
}

type DisclosureColumn =
  | 'index_number'
  | 'category'
  | 'publisher'
  | 'written_on'
  | 'disclosure_name'
  | 'document_number'
  | 'published_on'
  | 'keywords'

/**
 * Publishes a frozen report; name, dates and publisher are filled in when nobody did.
 * @throws Problem 422 naming the public-disclosure fields that are still empty (RPT-06)
 */
export async function publishReport(
  ctx: Ctx,
  book: FigureBook,
  { reportId, ...input }: InputOf<Actions['publishReport']>,
): Promise<Detail> {
  const report = await findReport(ctx, reportId, { lock: true })
  requireOpen(ctx, report, 'publish')
  const given = disclosureColumns(input)
  const today = localDay(ctx.now)
  const usual = {
    disclosure_name: report.disclosure_name ?? report.title,
    written_on: report.written_on ?? localDay(new Date(report.frozen_at!)),
    published_on: report.published_on ?? today,
  }
  const set = { ...usual, ...given }
  const missing = disclosureFields(disclosureOf({ ...report, ...set })).filter(([, value]) => !value.trim())
  if (missing.length > 0)
    throw new Problem(422, 'reports.disclosure_missing', {
      params: { fields: missing.map(([label]) => label).join('、') },
    })
  await ctx.move(reportStates, 'publish', reportId, { set: { ...set, published_by: ctx.actor.name } })
  return readReport(ctx, book, reportId)
}
