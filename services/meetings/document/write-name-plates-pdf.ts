import {
  layPlates,
  type NamePlates,
  type Plate,
  page,
  placeLines,
  plateSizes,
  plateTop,
} from './name-plates.ts'
import { points, printPdf, type Sheet } from './print-pdf.ts'
import { printable } from './typeface.ts'

/**
 * Name plates (桌签) as PDF, A4: each a card of two faces, the upper one upside down, to be cut out and folded.
 * @throws Problem 422 for a character that the typeface lacks
 */
export async function writeNamePlatesPdf(plates: NamePlates): Promise<Buffer> {
  const cards = await layPlates(plates)
  const title = `${printable(plates.meeting)} 桌签`
  return printPdf({ title, printedAt: plates.printedAt, layout: 'portrait' }, (sheet) => {
    cards.forEach((card, index) => {
      const place = index % plateSizes[plates.size].perPage
      if (place === 0) sheet.pdf.addPage()
      drawCard(sheet, card, plates, place)
    })
  })
}

function drawCard(sheet: Sheet, card: Plate, { size }: NamePlates, place: number): void {
  const { width, height } = plateSizes[size]
  const left = (page.width - width) / 2
  const top = plateTop(size, place)
  const fold = top + height
  const { pdf } = sheet
  pdf.lineWidth(0.4).strokeColor('#9a9a9a')
  pdf.rect(points(left), points(top), points(width), points(2 * height)).stroke()
  pdf.dash(4, { space: 3 })
  pdf
    .moveTo(points(left), points(fold))
    .lineTo(points(left + width), points(fold))
    .stroke()
  pdf.undash().fillColor('#000000')
  drawFace(sheet, card, fold, height)
  pdf.save().rotate(180, { origin: [points(page.width / 2), points(fold)] })
  drawFace(sheet, card, fold, height)
  pdf.restore()
  pdf.fillColor('#6b6b6b')
  sheet.write(card.note, { x: page.width / 2, y: top + 2 * height + 2.6, size: 2.6 })
}

function drawFace({ write }: Sheet, card: Plate, top: number, height: number): void {
  for (const { line, middle } of placeLines(card, height))
    write(line.text, { x: page.width / 2, y: top + middle, size: line.size, gap: line.gap, weight: 'bold' })
}
