import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { StyleId } from './document-styles.ts'
import { keepUnits } from './keep-units.ts'
import type { NumberedBlock } from './number-headings.ts'
import type { ImageBlock, Run, TableBlock } from './official-document.ts'
import { pageMm, twipsOfMm } from './page-layout.ts'

const TEXT_WIDTH = twipsOfMm(pageMm.textWidth)
const PIXELS_PER_MM = 96 / 25.4
const MAX_IMAGE = { width: pageMm.textWidth * PIXELS_PER_MM, height: 0.7 * pageMm.textHeight * PIXELS_PER_MM }

/** A paragraph in one of our styles. Characters that XML cannot hold are left out; a line feed becomes a line break. */
export function paragraph(style: StyleId, runs: readonly Run[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    style,
    ...options,
    children: runs.flatMap((run) => {
      const { text, bold } = typeof run === 'string' ? { text: run } : run
      return xmlText(text)
        .split('\n')
        .map((line, index) => new TextRun({ text: keepUnits(line), bold, break: index === 0 ? 0 : 1 }))
    }),
  })
}

/** The body: headings with their numbers, paragraphs, tables, pictures. */
export function writeBlock(block: NumberedBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph(`Heading${block.level}`, [`${block.label}${block.text}`])]
    case 'paragraph':
      return [paragraph('BodyText', block.runs)]
    case 'table':
      return writeTable(block)
    case 'image':
      return writeImage(block)
  }
}

function writeTable({ caption, columns, rows }: TableBlock): (Paragraph | Table)[] {
  const total = columns.reduce((sum, { width = 1 }) => sum + width, 0)
  const widths = columns.map(({ width = 1 }) => Math.floor((TEXT_WIDTH * width) / total))
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const cell = (index: number, content: Paragraph) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [content],
    })
  const table = new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading }, index) => cell(index, paragraph('TableHeading', [heading]))),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ align = 'left' }, index) =>
              cell(
                index,
                paragraph('TableText', [row[index] ?? ''], { alignment: AlignmentType[ALIGNMENTS[align]] }),
              ),
            ),
          }),
      ),
    ],
  })
  const heading = caption ? [paragraph('Caption', [caption], { keepNext: true })] : []
  // Without a paragraph between them two tables grow into one.
  return [...heading, table, paragraph('TableText', [])]
}

const ALIGNMENTS = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const

function writeImage({ png, width, height, caption }: ImageBlock): Paragraph[] {
  const scale = Math.min(1, MAX_IMAGE.width / width, MAX_IMAGE.height / height)
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: caption ?? '图', description: caption ?? '', title: caption ?? '' },
  })
  const picture = new Paragraph({ style: 'Figure', keepNext: caption !== undefined, children: [image] })
  return caption === undefined ? [picture] : [picture, paragraph('Caption', [caption])]
}

function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, '')
}
