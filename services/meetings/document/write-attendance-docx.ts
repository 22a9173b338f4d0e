import { AlignmentType, Table, TableCell, TableRow } from 'docx'
import { packDocx, twips, writeLine } from './docx-parts.ts'
import { openTypeface, printable, requireCharacters } from './typeface.ts'

export interface AttendanceSheet {
  meeting: string
  time: string
  room: string
  /** 应到 12 人，实到 10 人 */
  summary: string
  people: readonly { name: string; unit: string; signed: string; note: string }[]
}

const columns = [
  { heading: '序号', width: 14 },
  { heading: '姓名', width: 32 },
  { heading: '单位', width: 62 },
  { heading: '签到', width: 42 },
  { heading: '备注', width: 36 },
] as const

/**
 * The attendance sheet (签到表) as .docx, A4 upright: to be signed by hand where a cell is empty, its heading on every page.
 * @throws Problem 422 for a character that the typeface lacks
 */
export async function writeAttendanceDocx(sheet: AttendanceSheet): Promise<Buffer> {
  const title = `${printable(sheet.meeting)} 签到表`
  const facts = `${sheet.time}　${printable(sheet.room)}　${sheet.summary}`
  const rows = sheet.people.map(({ name, unit, signed, note }, index) => [
    String(index + 1),
    printable(name),
    printable(unit),
    signed,
    printable(note),
  ])
  const texts = [title, facts, ...columns.map(({ heading }) => heading), ...rows.flat()]
  requireCharacters(await openTypeface('regular'), texts)
  return packDocx({
    title,
    landscape: false,
    margin: { top: 15, side: 12, bottom: 12 },
    texts,
    children: [
      writeLine({ text: title, size: Math.min(7, 180 / [...title].length), bold: true, line: 1.5 }),
      writeLine({ text: facts, size: 3.6, line: 1.4, after: 3, wraps: true }),
      new Table({
        alignment: AlignmentType.CENTER,
        width: { size: twips(186), type: 'dxa' },
        columnWidths: columns.map(({ width }) => twips(width)),
        layout: 'fixed',
        rows: [
          rowOf(
            columns.map(({ heading }) => heading),
            true,
          ),
          ...rows.map((cells) => rowOf(cells, false)),
        ],
      }),
    ],
  })
}

function rowOf(cells: readonly string[], isHead: boolean): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    height: { value: twips(9), rule: 'atLeast' },
    children: cells.map(
      (text, index) =>
        new TableCell({
          width: { size: twips(columns[index]!.width), type: 'dxa' },
          verticalAlign: 'center',
          ...(isHead ? { shading: { fill: 'EFEFEF' } } : {}),
          children: [writeLine({ text, size: 4.2, bold: isHead, line: 1.2, wraps: true })],
        }),
    ),
  })
}
