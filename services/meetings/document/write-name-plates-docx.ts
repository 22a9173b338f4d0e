import {
  HorizontalPositionRelativeFrom,
  Paragraph,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx'
import { ShapeRun, type ShapeTextDirection } from 'docx/shapes'
import { emus, packDocx, pixels, writeLine } from './docx-parts.ts'
import { LINE } from './lay-name.ts'
import { layPlates, type NamePlates, type Plate, page, plateSizes, plateTop } from './name-plates.ts'
import { printable } from './typeface.ts'

/**
 * Name plates (桌签) as .docx that people can still edit. Word processors disagree about text boxes that stand on their
 * head, but all can turn text by a quarter. So a card lies on its side: its left face reads downwards, its right one
 * upwards, and their upper edges meet at the fold.
 * @throws Problem 422 for a character that the typeface lacks
 */
export async function writeNamePlatesDocx(plates: NamePlates): Promise<Buffer> {
  const cards = await layPlates(plates)
  const { perPage } = plateSizes[plates.size]
  const pages = Array.from({ length: Math.ceil(cards.length / perPage) }, (_, number) =>
    cards.slice(number * perPage, (number + 1) * perPage),
  )
  return packDocx({
    title: `${printable(plates.meeting)} 桌签`,
    landscape: perPage > 1,
    margin: { top: 2, side: 5, bottom: 2 },
    texts: cards.flatMap(({ name, unit, note }) => [...name.map(({ text }) => text), unit?.text ?? '', note]),
    children: pages.map(
      (onPage, number) =>
        new Paragraph({
          pageBreakBefore: number > 0,
          spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' },
          children: onPage.flatMap((card, place) => drawCard(card, plates.size, place)),
        }),
    ),
  })
}

function drawCard(card: Plate, size: NamePlates['size'], place: number): ShapeRun[] {
  const { width, height, perPage } = plateSizes[size]
  // Several cards stand side by side on a page that lies: the way they stand one above the other in the PDF.
  const left = perPage > 1 ? plateTop(size, place) : (page.width - 2 * height) / 2
  const top = ((perPage > 1 ? page.width : page.height) - width) / 2
  const face = { top, width: height, height: width, children: faceLines(card, height), isFramed: true }
  const note = writeLine({ text: card.note, size: 2.6, color: '6B6B6B' })
  return [
    box({ ...face, left, direction: 'topToBottom' }),
    box({ ...face, left: left + height, direction: 'bottomToTop' }),
    box({ left, top: top + width + 0.2, width: 2 * height, height: 3.4, children: [note] }),
  ]
}

function faceLines({ name, unit }: Plate, height: number): Paragraph[] {
  const names = name.map((line, index) =>
    writeLine({
      ...line,
      bold: true,
      line: LINE,
      after: unit && index === name.length - 1 ? height * 0.05 : 0,
    }),
  )
  return unit ? [...names, writeLine({ ...unit, bold: true, line: LINE })] : names
}

/** A text box at a place of the page, in mm. */
function box(at: {
  left: number
  top: number
  width: number
  height: number
  direction?: ShapeTextDirection
  isFramed?: boolean
  children: Paragraph[]
}): ShapeRun {
  return new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels(at.width), height: pixels(at.height) },
    line: at.isFramed ? { color: '9A9A9A', width: 0.5 } : 'none',
    children: at.children,
    textOptions: {
      verticalAlignment: 'center',
      direction: at.direction ?? 'horizontal',
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
    },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: emus(at.left) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: emus(at.top) },
      wrap: { type: TextWrappingType.NONE },
      allowOverlap: true,
    },
  })
}
