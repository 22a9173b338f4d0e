import { type AlignmentType, CharacterSet, Document, type FileChild, Packer, Paragraph, TextRun } from 'docx'
import { cutTypeface, printable, TYPEFACE } from './typeface.ts'

const TWIPS_PER_MM = 1440 / 25.4
export const twips = (mm: number): number => Math.round(mm * TWIPS_PER_MM)
/** Shapes are measured in pixels of 96 to the inch. */
export const pixels = (mm: number): number => Math.round((mm * 96) / 25.4)
export const emus = (mm: number): number => Math.round(mm * 36_000)
const halfPoints = (mm: number): number => Math.max(2, Math.floor((mm * 144) / 25.4))

/** One line: `size` and `gap` (between two characters) in mm, the line as high as `line` sizes. */
export interface Line {
  text: string
  size: number
  gap?: number
  bold?: boolean
  color?: string
  line?: number
  after?: number
  alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]
  /** Whether it may need several lines. */
  wraps?: boolean
}

/** A paragraph, as a rule of one line, its height exact: word processors disagree about what a font asks for. */
export function writeLine({ text, size, gap = 0, bold, color, line = 1.15, ...rest }: Line): Paragraph {
  const look = { size: halfPoints(size), bold, color }
  const characters = [...printable(text)]
  // The last character has no space behind it, or the line would not be in the middle.
  const [head, last] =
    gap > 0 ? [characters.slice(0, -1).join(''), characters.at(-1) ?? ''] : [characters.join(''), '']
  return new Paragraph({
    alignment: rest.alignment ?? 'center',
    spacing: {
      line: twips(size * line),
      lineRule: rest.wraps ? 'atLeast' : 'exact',
      before: 0,
      after: twips(rest.after ?? 0),
    },
    // The quarter space that word processors put beside digits would widen the line.
    autoSpaceEastAsianText: false,
    children: [
      new TextRun({ ...look, text: head, characterSpacing: gap > 0 ? twips(gap) : undefined }),
      ...(last ? [new TextRun({ ...look, text: last })] : []),
    ],
  })
}

/**
 * A4 with the typeface in the file, of which only the characters of `texts` are embedded: it shows the same on a computer
 * without it. A character typed in later takes the font that the word processor puts in its place.
 */
export async function packDocx(document: {
  title: string
  landscape: boolean
  margin: { top: number; side: number; bottom: number }
  texts: readonly string[]
  children: readonly FileChild[]
}): Promise<Buffer> {
  const { title, landscape, margin, texts, children } = document
  const [regular, bold] = [await cutTypeface('regular', texts), await cutTypeface('bold', texts)]
  const file = new Document({
    title,
    fonts: [{ name: TYPEFACE, data: regular, bold, characterSet: CharacterSet.GB_2312 }],
    styles: { default: { document: { run: { font: TYPEFACE, language: { eastAsia: 'zh-CN' } } } } },
    compatibility: { version: 15 },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: twips(210),
              height: twips(297),
              orientation: landscape ? 'landscape' : 'portrait',
            },
            margin: {
              top: twips(margin.top),
              bottom: twips(margin.bottom),
              left: twips(margin.side),
              right: twips(margin.side),
              header: 0,
              footer: 0,
              gutter: 0,
            },
          },
        },
        children,
      },
    ],
  })
  return Packer.toBuffer(file)
}
