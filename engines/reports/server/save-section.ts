import type { FigureBook } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { reports } from '../module.ts'
import type { Block, Section } from '../schema.ts'
import { storedBlock } from '../stored-block.ts'
import { liveContent } from './read-report.ts'
import { findDraft, type Report, sectionOf } from './report-rows.ts'
import { metricsIn } from './resolve-blocks.ts'

type Actions = typeof reports.actions

const mostSections = 20

function requireKnown(book: FigureBook, blocks: readonly Block[]): void {
  for (const [index, block] of blocks.entries())
    for (const metric of metricsIn(block))
      if (!book.has(metric))
        throw new Problem(422, 'reports.unknown_metric', { path: `blocks.${index}`, params: { metric } })
}

/** The section with its numbers in place, as the editor shows it after the save. */
async function shown(ctx: Ctx, book: FigureBook, report: Report, section: Section): Promise<Section> {
  const { sections } = await liveContent(ctx, book, report, [section])
  return sections[0]!
}

/**
 * Keeps a section as a person wrote it; figures are kept as references, not as digits.
 * @throws Problem 409 `reports.changed_meanwhile` with the newest version when somebody else saved in between,
 * 422 for an unknown figure
 */
export async function saveSection(
  ctx: Ctx,
  book: FigureBook,
  input: InputOf<Actions['saveSection']>,
): Promise<OutputOf<Actions['saveSection']>> {
  const report = await findDraft(ctx, input.reportId)
  requireKnown(book, input.blocks)
  const row = await ctx.db
    .selectFrom('reports.section')
    .selectAll()
    .where('id', '=', input.sectionId)
    .where('report_id', '=', report.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (row.version !== input.version) {
    const newest = await shown(ctx, book, report, sectionOf(row))
    throw new Problem(409, 'reports.changed_meanwhile', {
      params: { who: row.changed_by },
      extra: { newest },
    })
  }
  const saved = await ctx.db
    .updateTable('reports.section')
    .set({
      heading: input.heading,
      blocks: JSON.stringify(input.blocks.map(storedBlock)),
      version: row.version + 1,
      changed_at: ctx.now,
      changed_by: ctx.actor.name,
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'reports.section_saved',
    subjectType: 'reports.report',
    subjectId: report.id,
    before: { heading: row.heading, blocks: row.blocks },
    after: { heading: saved.heading, blocks: saved.blocks },
  })
  return shown(ctx, book, report, sectionOf(saved))
}

/** Adds an empty section at the end. */
export async function addSection(
  ctx: Ctx,
  input: InputOf<Actions['addSection']>,
): Promise<OutputOf<Actions['addSection']>> {
  const report = await findDraft(ctx, input.reportId)
  const there = await ctx.db
    .selectFrom('reports.section')
    .select('position')
    .where('report_id', '=', report.id)
    .execute()
  if (there.length >= mostSections) throw new Problem(422, 'reports.too_many_sections')
  const row = await ctx.db
    .insertInto('reports.section')
    .values({
      report_id: report.id,
      position: Math.min(99, Math.max(-1, ...there.map(({ position }) => position)) + 1),
      role: input.role ?? 'other',
      heading: input.heading,
      changed_by: ctx.actor.name,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'reports.section_added',
    subjectType: 'reports.report',
    subjectId: report.id,
    after: { heading: input.heading },
  })
  return sectionOf(row)
}

/** Takes a section out of a draft; the history keeps its words. @throws Problem 422 for the last one */
export async function removeSection(
  ctx: Ctx,
  input: InputOf<Actions['removeSection']>,
): Promise<OutputOf<Actions['removeSection']>> {
  const report = await findDraft(ctx, input.reportId)
  const rows = await ctx.db
    .selectFrom('reports.section')
    .selectAll()
    .where('report_id', '=', report.id)
    .execute()
  const row = rows.find(({ id }) => id === input.sectionId)
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (rows.length === 1) throw new Problem(422, 'reports.last_section')
  await ctx.db.deleteFrom('reports.section').where('id', '=', row.id).execute()
  await ctx.emit({
    type: 'reports.section_removed',
    subjectType: 'reports.report',
    subjectId: report.id,
    before: { heading: row.heading, blocks: row.blocks },
  })
  return done
}
