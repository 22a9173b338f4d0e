import {
  BorderStyle,
  type IBorderOptions,
  type Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx'
import { fontNote } from './font-substitution.ts'
import { chineseDate, type Imprint, type OfficialDocument } from './official-document.ts'
import { charactersInTwips, pageMm, points, twipsOfMm, widthInCharacters } from './page-layout.ts'
import { paragraph } from './write-blocks.ts'
import { blankLine } from './write-opening.ts'

/** What stands below the text: attachments, signature and date, notes, imprint. */
export function writeClosing(document: OfficialDocument): (Paragraph | Table)[] {
  const { attachments = [], signature, date, notes = [], imprint } = document
  return [
    ...(attachments.length > 0 ? [blankLine(), ...writeAttachments(attachments)] : []),
    blankLine(),
    ...writeSignature(signature, chineseDate(date)),
    ...notes.map((note) => paragraph('Note', [`（${note.replace(/^（(.*)）$/, '$1')}）`])),
    paragraph('FontNote', [`（${fontNote}）`]),
    // The empty paragraph is what the floating table is anchored to.
    ...(imprint ? [imprintTable(imprint), paragraph('FontNote', [])] : []),
  ]
}

/** 附件： two characters in; names line up below each other, and have no full stop at their end. */
function writeAttachments(names: readonly string[]): Paragraph[] {
  return names.map((name, index) => {
    const text = `${names.length > 1 ? `${index + 1}. ` : ''}${name.replace(/[。；;.]$/, '')}`
    const number = names.length > 1 ? 1.5 : 0
    const hanging = charactersInTwips(index === 0 ? 3 + number : number)
    const indent = { left: charactersInTwips(5 + number), hanging }
    return paragraph('Addressee', [index === 0 ? `附件：${text}` : text], { indent })
  })
}

/** The date ends four characters from the right, and the signature is centred over it; neither ends nearer than two [C]. */
function writeSignature(signature: string, date: string): Paragraph[] {
  const overhang = (widthInCharacters(signature) - widthInCharacters(date)) / 2
  const signatureRight = Math.max(2, 4 - overhang)
  const dateRight = signatureRight + overhang
  const indent = (right: number) => ({ indent: { right: charactersInTwips(right) } })
  return [
    paragraph('Signature', [signature], { ...indent(signatureRight), keepNext: true }),
    paragraph('Signature', [date], indent(dateRight)),
  ]
}

/**
 * 版记: outer rules 0.35 mm, inner ones 0.25 mm, one character in on both sides [C]. The table is anchored to the foot
 * of the last page; LibreOffice 7.4 knows no such anchor and leaves it below the notes.
 */
function imprintTable({ copyTo, printedBy, printedOn }: Imprint): Table {
  const width = twipsOfMm(pageMm.textWidth)
  const side = charactersInTwips(1, points.small)
  const label = charactersInTwips(3, points.small)
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const rule = (size: number): IBorderOptions => ({ style: BorderStyle.SINGLE, size, color: '000000' })
  const copies = copyTo?.replace(/。$/, '')
  const copyLine = paragraph('Imprint', [`抄送：${copies}。`], {
    indent: { left: side + label, right: side, hanging: label },
  })
  const printedLine = paragraph('Imprint', [`${printedBy}\t${chineseDate(printedOn)}印发`], {
    indent: { left: side, right: side },
    tabStops: [{ type: TabStopType.RIGHT, position: width - side }],
  })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0 },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    borders: {
      top: rule(8),
      bottom: rule(8),
      left: none,
      right: none,
      insideHorizontal: rule(6),
      insideVertical: none,
    },
    rows: (copies ? [copyLine, printedLine] : [printedLine]).map(
      (line) =>
        new TableRow({
          cantSplit: true,
          children: [new TableCell({ width: { size: width, type: WidthType.DXA }, children: [line] })],
        }),
    ),
  })
}
