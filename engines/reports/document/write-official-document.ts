import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { documentStyles } from './document-styles.ts'
import { fontTableXml } from './font-substitution.ts'
import { numberHeadings } from './number-headings.ts'
import type { OfficialDocument } from './official-document.ts'
import {
  characterSpace,
  charactersInTwips,
  linePitchTwips,
  pageMm,
  points,
  twipsOfMm,
} from './page-layout.ts'
import { writeBlock } from './write-blocks.ts'
import { writeClosing } from './write-closing.ts'
import { writeOpening } from './write-opening.ts'

/** The document as .docx in the layout of GB/T 9704-2012: A4, 22 lines of 28 characters, page numbers outside. */
export async function writeOfficialDocument(document: OfficialDocument): Promise<Buffer> {
  const file = new Document({
    title: document.title.replaceAll('\n', ''),
    creator: document.issuer,
    lastModifiedBy: document.issuer,
    styles: documentStyles,
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15, balanceSingleByteDoubleByteWidth: true, doNotExpandShiftReturn: true },
    sections: [
      {
        properties: {
          page: {
            size: { width: twipsOfMm(pageMm.width), height: twipsOfMm(pageMm.height) },
            margin: {
              top: twipsOfMm(pageMm.top),
              left: twipsOfMm(pageMm.left),
              right: twipsOfMm(pageMm.right),
              bottom: twipsOfMm(pageMm.bottom),
              footer: twipsOfMm(pageMm.footer),
              gutter: 0,
            },
          },
          grid: {
            type: DocumentGridType.LINES,
            linePitch: linePitchTwips,
            charSpace: characterSpace,
          },
        },
        footers: { default: pageNumber('odd'), even: pageNumber('even') },
        children: [
          ...writeOpening(document),
          ...numberHeadings(document.blocks).flatMap(writeBlock),
          ...writeClosing(document),
        ],
      },
    ],
  })
  return Packer.toBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTableXml() }])
}

/** — 1 — one character in from the outer edge: right on odd pages, left on even ones [C]. */
function pageNumber(side: 'odd' | 'even'): Footer {
  const inset = charactersInTwips(1, points.small)
  return new Footer({
    children: [
      new Paragraph({
        style: 'PageNumber',
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: inset } : { left: inset },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
