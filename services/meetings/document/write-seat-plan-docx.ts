import { AlignmentType, BorderStyle, type IBorderOptions, Table, TableCell, TableRow } from 'docx'
import { packDocx, twips, writeLine } from './docx-parts.ts'
import { type GridCell, layGrid } from './lay-grid.ts'
import { type DrawnBox, type DrawnPlan, drawPlan, type SeatPlanSheet, sheet } from './seat-plan-sheet.ts'

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const around = (line: IBorderOptions) => ({ top: line, bottom: line, left: line, right: line })

/**
 * The seat plan as .docx, one page A4 across: a table whose cells are the chairs, so that a name can still be changed.
 * @throws Problem 422 for a character that the typeface lacks
 */
export async function writeSeatPlanDocx(plan: SeatPlanSheet): Promise<Buffer> {
  const drawn = await drawPlan(plan)
  const { title, facts, legend, boxes } = drawn
  const texts = [
    title,
    facts,
    ...legend,
    ...boxes.flatMap(({ main, below }) => [main.text, below?.text ?? '']),
  ]
  const free = sheet.height - sheet.top - sheet.bottom - drawn.height * drawn.unit.height
  const left = AlignmentType.LEFT
  return packDocx({
    title,
    landscape: true,
    margin: { top: 10, side: sheet.side, bottom: 6 },
    texts,
    children: [
      writeLine({ text: title, size: Math.min(8, 250 / [...title].length), bold: true, line: 1.4 }),
      writeLine({ text: facts, size: Math.min(4, 265 / [...facts].length), line: 1.4, after: 4 + free / 2 }),
      drawTable(drawn),
      writeLine({ text: '', size: 2 }),
      ...legend.map((text) =>
        writeLine({ text, size: 2.6, color: '4A4A4A', alignment: left, line: 1.3, wraps: true }),
      ),
    ],
  })
}

function drawTable({ boxes, width, height, unit }: DrawnPlan): Table {
  const grid = layGrid(boxes, width, height)
  return new Table({
    alignment: AlignmentType.CENTER,
    width: { size: twips(width * unit.width), type: 'dxa' },
    columnWidths: grid.columns.map((column) => twips(column * unit.width)),
    layout: 'fixed',
    borders: { ...around(none), insideHorizontal: none, insideVertical: none },
    rows: grid.rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          height: { value: twips(row.height * unit.height), rule: 'exact' },
          children: row.cells.map((cell) => drawCell(cell, unit)),
        }),
    ),
  })
}

function drawCell({ box, columns, rows, width }: GridCell<DrawnBox>, unit: DrawnPlan['unit']): TableCell {
  const line: IBorderOptions = {
    style: box?.isTaken === false && box.seat ? BorderStyle.DASHED : BorderStyle.SINGLE,
    size: 4,
    color: box?.isTaken ? '000000' : '8C8C8C',
  }
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    width: { size: twips(width * unit.width), type: 'dxa' },
    verticalAlign: 'center',
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    ...(box ? { borders: around(line) } : { borders: around(none) }),
    ...(box && !box.seat ? { shading: { fill: 'EFEFEF' } } : {}),
    children: wordsOf(box),
  })
}

function wordsOf(box: DrawnBox | null) {
  // A cell must hold a paragraph; this one is too low to make its row higher.
  if (!box || box.main.text === '') return [writeLine({ text: '', size: 0.4 })]
  const { main, below, isTaken, seat } = box
  return [
    writeLine({
      text: main.text,
      size: main.size,
      bold: isTaken,
      color: isTaken || !seat ? '000000' : '6B6B6B',
    }),
    ...(below ? [writeLine({ text: below.text, size: below.size })] : []),
  ]
}
