import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'
import { disclosureFields, hexagonalBrackets, type OfficialDocument } from './official-document.ts'
import { issuerPoints, pageMm, twipsOfMm } from './page-layout.ts'
import { paragraph } from './write-blocks.ts'

const TEXT_WIDTH = twipsOfMm(pageMm.textWidth)

/** What stands above the text: public-disclosure fields, red header, title, addressee. */
export function writeOpening(document: OfficialDocument): (Paragraph | Table)[] {
  const { disclosure, redHeader, documentNumber, title, subtitle, addressee } = document
  const number = documentNumber && hexagonalBrackets(documentNumber)
  return [
    ...(disclosure ? [disclosureTable(disclosure), blankLine()] : []),
    ...(redHeader ? writeRedHeader(document.issuer, number) : []),
    paragraph('DocumentTitle', [title]),
    ...(subtitle ? [paragraph('Subtitle', [subtitle])] : []),
    ...(number && !redHeader ? [paragraph('DocumentNumber', [number])] : []),
    blankLine(),
    ...(addressee ? [paragraph('Addressee', [`${addressee.replace(/[:：]$/, '')}：`])] : []),
  ]
}

export function blankLine(): Paragraph {
  return paragraph('Addressee', [])
}

/** Issuer in red, two lines below it the number, 4 mm below that a red rule as wide as the text, two empty lines [C]. */
function writeRedHeader(issuer: string, number: string | undefined): Paragraph[] {
  const name = `${issuer}文件`
  const size = issuerPoints(name)
  const rule = { style: BorderStyle.SINGLE, size: 12, color: 'FF0000', space: 11 }
  return [
    new Paragraph({ style: 'IssuerLine', children: [new TextRun({ text: name, size: size * 2 })] }),
    blankLine(),
    blankLine(),
    paragraph('DocumentNumber', [number ?? ''], { border: { bottom: rule } }),
    blankLine(),
    blankLine(),
  ]
}

function disclosureTable(disclosure: NonNullable<OfficialDocument['disclosure']>): Table {
  const fields = disclosureFields(disclosure)
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const widths = [0.14, 0.36, 0.14, 0.36].map((share) => Math.floor(TEXT_WIDTH * share))
  const pairs = [0, 2, 4, 6].map((at) => fields.slice(at, at + 2).flat())
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 20, bottom: 20 },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: pairs.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (text, index) =>
              new TableCell({
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                children: [paragraph(index % 2 === 0 ? 'TableHeading' : 'TableText', [text])],
              }),
          ),
        }),
    ),
  })
}
