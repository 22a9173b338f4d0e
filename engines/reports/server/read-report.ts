import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { FigureBook } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { type ReportDetail, type ReportFigure, Section } from '../schema.ts'
import { liveFigures } from './live-figures.ts'
import {
  countedPeriod,
  findReport,
  frozenFigures,
  isFrozen,
  type Report,
  reportRow,
  sectionsOf,
} from './report-rows.ts'
import { resolveBlock } from './resolve-blocks.ts'

export type Detail = Static<typeof ReportDetail>

export interface Content {
  sections: Section[]
  figures: ReportFigure[]
}

/** Sections with every number in its place as of now, and the figures they show. */
export async function liveContent(
  ctx: Ctx,
  book: FigureBook,
  report: Report,
  stored: Section[],
): Promise<Content> {
  const figures = liveFigures(ctx, book)
  const resolving = { ctx, book, figures, period: countedPeriod(report) }
  const sections: Section[] = []
  for (const section of stored) {
    const blocks: Section['blocks'] = []
    for (const block of section.blocks) blocks.push(await resolveBlock(resolving, block))
    sections.push({ ...section, blocks })
  }
  return { sections, figures: figures.given() }
}

/** The content: as it was kept at the freeze, or live. */
export async function contentOf(ctx: Ctx, book: FigureBook, report: Report): Promise<Content> {
  if (!isFrozen(report)) return liveContent(ctx, book, report, await sectionsOf(ctx, report.id))
  const frozen = await frozenFigures(ctx, report.id)
  return {
    sections: Value.Parse(Type.Array(Section), report.frozen_content),
    figures: frozen.map(({ hash: _hash, ...figure }) => figure),
  }
}

export async function detailOf(ctx: Ctx, book: FigureBook, report: Report): Promise<Detail> {
  return {
    ...reportRow(ctx, report),
    addressee: report.addressee,
    disclosure: {
      indexNumber: report.index_number,
      category: report.category,
      publisher: report.publisher,
      writtenOn: report.written_on,
      disclosureName: report.disclosure_name,
      documentNumber: report.document_number,
      publishedOn: report.published_on,
      keywords: report.keywords,
    },
    frozenHash: report.frozen_hash,
    voidedReason: report.voided_reason,
    ...(await contentOf(ctx, book, report)),
  }
}

/** A report with its sections and figures: live while it is written, as it was once it is frozen. */
export async function readReport(ctx: Ctx, book: FigureBook, reportId: string): Promise<Detail> {
  return detailOf(ctx, book, await findReport(ctx, reportId))
}
