import { localDay } from '#engines/metrics/period.ts'
import type { FigureBook } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import type { Block as DocumentBlock, OfficialDocument } from '../document/official-document.ts'
import { writeOfficialDocument } from '../document/write-official-document.ts'
import { writePrintView } from '../document/write-print-view.ts'
import type { reports } from '../module.ts'
import { cutoffWords } from '../report-period.ts'
import type { Block, ReportFigure } from '../schema.ts'
import { differenceWords, noValue, showFigure, showNumber } from '../show-figure.ts'
import { disclosureOf } from './move-report.ts'
import { contentOf } from './read-report.ts'
import { findReport, isFrozen, type Report } from './report-rows.ts'

type Actions = typeof reports.actions

function documentBlock(block: Block): DocumentBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: block.level as 2 | 3 | 4, text: block.text }]
    case 'paragraph':
      return [
        {
          kind: 'paragraph',
          runs: block.runs.map((run) =>
            run.kind === 'figure' ? (run.shown ?? '') : { text: run.text, bold: run.bold },
          ),
        },
      ]
    case 'table':
      return [
        {
          kind: 'table',
          caption: block.caption,
          columns: block.columns.map((heading) => ({ heading })),
          rows: block.rows,
        },
      ]
    case 'chart': {
      // On paper the values matter more than the bars, and need no picture.
      const rows = (block.points ?? []).map(({ label, value }) => [
        label,
        value === null ? '—' : value.toLocaleString('en'),
      ])
      return [
        {
          kind: 'table',
          caption: block.caption,
          columns: [{ heading: '' }, { heading: '数值', align: 'right' }],
          rows,
        },
      ]
    }
    default: {
      const { columns, rows } = block.shown ?? { columns: [], rows: [] }
      const shown = columns.map(({ heading, number }) => ({
        heading,
        align: number ? ('right' as const) : ('left' as const),
      }))
      return [{ kind: 'table', caption: block.caption, columns: shown, rows }]
    }
  }
}

/** Every figure of the text with its cut-off, the period before and what it means (RPT-03). */
function figureTable(figures: readonly ReportFigure[]): DocumentBlock[] {
  const told = figures.filter(({ value }) => value !== null)
  if (told.length === 0) return []
  return [
    {
      kind: 'table',
      caption: '附表 文中数据的截止日期、变化和口径',
      columns: [
        { heading: '指标', width: 3 },
        { heading: '数值', width: 2, align: 'right' },
        { heading: '截止日期', width: 2 },
        { heading: '比上年同期', width: 2, align: 'right' },
        { heading: '口径', width: 5 },
      ],
      rows: told.map((figure) => [
        figure.title,
        showFigure({}, figure),
        cutoffWords(figure.to).slice(2),
        differenceWords(figure),
        figure.definition,
      ]),
    },
  ]
}

/** A report as an official document; a draft says that it is one. */
async function officialDocument(ctx: Ctx, book: FigureBook, report: Report): Promise<OfficialDocument> {
  const { name } = await ctx.db
    .selectFrom('kernel.bureau')
    .select('name')
    .where('id', '=', ctx.bureauId)
    .executeTakeFirstOrThrow()
  const { sections, figures } = await contentOf(ctx, book, report)
  const today = localDay(ctx.now)
  const frozenOn = report.frozen_at ? localDay(new Date(report.frozen_at)) : today
  const drafted = isFrozen(report)
    ? []
    : [`本稿尚未定稿，数据为${today}读取，${cutoffWords(report.cutoff_on)}`]
  const voided = report.state === 'VOIDED' ? [`本文已作废：${report.voided_reason}`] : []
  return {
    issuer: report.publisher || name,
    documentNumber: report.document_number ?? undefined,
    title: report.title,
    addressee: report.addressee ?? undefined,
    blocks: [
      ...sections.flatMap((section): DocumentBlock[] => [
        { kind: 'heading', level: 1, text: section.heading },
        ...section.blocks.flatMap(documentBlock),
      ]),
      ...figureTable(figures),
    ],
    signature: report.publisher || name,
    date: report.written_on ?? frozenOn,
    notes: [...drafted, ...voided],
    disclosure: report.state === 'PUBLISHED' ? disclosureOf(report) : undefined,
  }
}

/** The report as .docx in the layout of GB/T 9704-2012. */
export async function exportDocument(ctx: Ctx, book: FigureBook, reportId: string): Promise<FileAnswer> {
  const report = await findReport(ctx, reportId)
  return {
    bytes: await writeOfficialDocument(await officialDocument(ctx, book, report)),
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileName: `${report.title}.docx`,
  }
}

/** The report as one page of HTML for the printer. */
export async function printReport(ctx: Ctx, book: FigureBook, reportId: string): Promise<FileAnswer> {
  const report = await findReport(ctx, reportId)
  return {
    bytes: Buffer.from(writePrintView(await officialDocument(ctx, book, report)), 'utf8'),
    mediaType: 'text/html; charset=utf-8',
    fileName: `${report.title}.html`,
    disposition: 'inline',
  }
}

/** The figures of a report as a sheet, with what each means. */
export async function exportFigures(
  ctx: Ctx,
  book: FigureBook,
  { reportId, format }: InputOf<Actions['exportFigures']>,
): Promise<FileAnswer> {
  const report = await findReport(ctx, reportId)
  const { figures } = await contentOf(ctx, book, report)
  const content = {
    title: '数据及口径',
    columns: [
      { heading: '编号', width: 30 },
      { heading: '指标', width: 24 },
      { heading: '数值', kind: 'number' as const },
      { heading: '单位' },
      { heading: '起', kind: 'date' as const },
      { heading: '截至', kind: 'date' as const },
      { heading: '上年同期', kind: 'number' as const },
      { heading: '增减', kind: 'number' as const },
      { heading: '目标', kind: 'number' as const },
      { heading: '文中写法', width: 16 },
      { heading: '取数时间', width: 18 },
      { heading: '口径', width: 60 },
      { heading: '提示', width: 30 },
    ],
    rows: figures.map((figure) => [
      figure.metric,
      figure.title,
      figure.value,
      figure.unit,
      figure.from,
      figure.to,
      figure.before.value,
      figure.value === null || figure.before.value === null ? null : figure.value - figure.before.value,
      figure.target,
      figure.value === null ? noValue : showNumber(figure.value, figure),
      figure.asOf,
      figure.definition,
      figure.implausible,
    ]),
    notes: [
      report.title,
      cutoffWords(report.cutoff_on),
      isFrozen(report) ? `定稿 ${report.frozen_at}，校验值 ${report.frozen_hash}` : '未定稿',
    ],
  }
  return sheetAnswer(content, format ?? 'xlsx', `${report.title}（数据及口径）`)
}
