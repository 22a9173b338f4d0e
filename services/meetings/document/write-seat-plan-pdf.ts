import { points, printPdf, type Sheet } from './print-pdf.ts'
import { type DrawnBox, type DrawnPlan, drawPlan, type SeatPlanSheet, sheet } from './seat-plan-sheet.ts'

/** The seat plan as PDF, one page A4 across. @throws Problem 422 for a character that the typeface lacks */
export async function writeSeatPlanPdf(plan: SeatPlanSheet): Promise<Buffer> {
  const drawn = await drawPlan(plan)
  return printPdf({ title: drawn.title, printedAt: plan.printedAt, layout: 'landscape' }, (paper) => {
    paper.pdf.addPage()
    drawHead(paper, drawn)
    const left = (sheet.width - drawn.width * drawn.unit.width) / 2
    const free = sheet.height - sheet.top - sheet.bottom - drawn.height * drawn.unit.height
    for (const box of drawn.boxes) drawBox(paper, box, drawn.unit, left, sheet.top + free / 2)
    drawLegend(paper, drawn)
  })
}

function drawHead({ pdf, write }: Sheet, { title, facts }: DrawnPlan): void {
  pdf.fillColor('#000000')
  write(title, { x: sheet.width / 2, y: 16, size: Math.min(8, 250 / [...title].length), weight: 'bold' })
  write(facts, { x: sheet.width / 2, y: 27, size: Math.min(4, 265 / [...facts].length) })
}

function drawBox(
  { pdf, write }: Sheet,
  box: DrawnBox,
  unit: DrawnPlan['unit'],
  left: number,
  top: number,
): void {
  const inset = box.seat ? 0.05 : 0
  const x = left + (box.x + inset) * unit.width
  const y = top + (box.y + inset) * unit.height
  const width = (box.width - 2 * inset) * unit.width
  const height = (box.height - 2 * inset) * unit.height
  pdf.lineWidth(0.6).strokeColor(box.isTaken ? '#000000' : '#8c8c8c')
  if (box.seat && !box.isTaken) pdf.dash(2, { space: 2 })
  if (box.seat) pdf.roundedRect(points(x), points(y), points(width), points(height), 2).stroke()
  else pdf.rect(points(x), points(y), points(width), points(height)).fillAndStroke('#efefef', '#8c8c8c')
  pdf.undash().fillColor(box.isTaken || !box.seat ? '#000000' : '#6b6b6b')
  const middle = { x: x + width / 2, y: y + height / 2 }
  const { main, below } = box
  if (main.text === '') return
  const up = below ? height * 0.14 : 0
  const weight = box.isTaken ? 'bold' : 'regular'
  write(main.text, { ...middle, y: middle.y - up, size: main.size, weight })
  if (below) write(below.text, { ...middle, y: middle.y + height * 0.28, size: below.size })
}

function drawLegend({ pdf }: Sheet, { legend }: DrawnPlan): void {
  pdf.font('regular').fontSize(7.5).fillColor('#4a4a4a')
  pdf.text(legend.join('\n'), points(sheet.side), points(sheet.height - sheet.bottom + 2), {
    width: points(sheet.width - 2 * sheet.side),
    height: points(sheet.bottom - 5),
    lineGap: -1,
    ellipsis: true,
  })
}
