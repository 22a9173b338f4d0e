import type { FigureBook } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { fillText } from '#kernel/i18n/say-text.ts'
import { lintNumbering, typedNumber } from '../lint-numbering.ts'
import { lintText, type TextFinding } from '../lint-text.ts'
import { reportProblems } from '../problems.ts'
import type { Block, Finding, Section } from '../schema.ts'
import { noValue } from '../show-figure.ts'
import { type Content, contentOf } from './read-report.ts'
import type { Report } from './report-rows.ts'

/** A block as its reader sees it, for looking through its words. */
export function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.runs.map((run) => (run.kind === 'text' ? run.text : (run.shown ?? ''))).join('')
    case 'heading':
      return block.text
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flat()].join('\n')
    default:
      return block.caption
  }
}

type Found = TextFinding & { sectionId: string | null; blockIndex: number | null }

function checkSection(section: Section): Found[] {
  const at = (finding: TextFinding, blockIndex: number | null): Found => ({
    ...finding,
    sectionId: section.id,
    blockIndex,
  })
  const texts = section.blocks.map(textOfBlock)
  const found = [...lintText(section.heading).map((finding) => at(finding, null))]
  for (const [index, text] of texts.entries())
    found.push(...lintText(text).map((finding) => at(finding, index)))
  const lines = section.blocks.map((block, index) => (block.kind === 'paragraph' ? texts[index]! : ''))
  for (const [index, finding] of lintNumbering(lines).entries()) if (finding) found.push(at(finding, index))
  for (const [index, text] of [section.heading, ...texts].entries()) {
    if (index > 0 && section.blocks[index - 1]!.kind !== 'heading') continue
    const typed = typedNumber(text)
    const finding = {
      weight: 'block',
      code: 'reports.found_number_typed',
      found: typed ?? '',
      params: { found: typed ?? '' },
    } as const
    if (typed) found.push(at(finding, index === 0 ? null : index - 1))
  }
  if (texts.filter((text) => text.trim()).length < 2) {
    const params = { found: section.heading }
    found.push(
      at({ weight: 'warn', code: 'reports.found_empty_section', found: section.heading, params }, null),
    )
  }
  return found
}

function checkFigures({ figures, sections }: Content): Found[] {
  const nowhere = { sectionId: null, blockIndex: null }
  const implausible = figures
    .filter((figure) => figure.implausible !== null)
    .map(({ title, implausible: reason }): Found => {
      const params = { found: title, reason: reason! }
      return { weight: 'block', code: 'reports.found_implausible', found: title, params, ...nowhere }
    })
  const missing = sections.flatMap((section) =>
    section.blocks.flatMap((block, blockIndex): Found[] => {
      if (block.kind !== 'paragraph') return []
      const run = block.runs.find((each) => each.kind === 'figure' && each.shown === noValue)
      if (run?.kind !== 'figure') return []
      const title = figures.find(({ key }) => key === run.key)?.title ?? run.metric
      const params = { found: title }
      return [
        {
          weight: 'block',
          code: 'reports.found_no_value',
          found: title,
          params,
          sectionId: section.id,
          blockIndex,
        },
      ]
    }),
  )
  return [...implausible, ...missing]
}

/** What should not be issued as it is: placeholders, numbering that jumps, figures that cannot be right. */
export function findingsIn(ctx: Ctx, report: Report, content: Content): Finding[] {
  const head = [
    report.title,
    report.document_number ?? '',
    report.disclosure_name ?? '',
    report.keywords ?? '',
  ]
  const found: Found[] = [
    ...head
      .flatMap((text) => lintText(text))
      .map((finding) => ({ ...finding, sectionId: null, blockIndex: null })),
    ...content.sections.flatMap(checkSection),
    ...checkFigures(content),
  ]
  return found.map(({ params, ...finding }) => ({
    ...finding,
    message: fillText(ctx.say(reportProblems[finding.code]!), params ?? {}),
  }))
}

export async function checkReport(ctx: Ctx, book: FigureBook, report: Report): Promise<Finding[]> {
  return findingsIn(ctx, report, await contentOf(ctx, book, report))
}
