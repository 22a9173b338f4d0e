import PDFDocument from 'pdfkit'
import { readTypeface } from './typeface.ts'

const POINTS_PER_MM = 72 / 25.4
export const points = (mm: number): number => mm * POINTS_PER_MM

/** A4 pages with both weights of the typeface, of which only the characters used are embedded. */
export interface Sheet {
  pdf: PDFKit.PDFDocument
  /** Draws one line, its middle at x and y (mm), `size` and `gap` in mm. */
  write(
    text: string,
    at: { x: number; y: number; size: number; gap?: number; weight?: 'regular' | 'bold' },
  ): void
}

/** Makes a PDF: `draw` adds its pages. */
export async function printPdf(
  { title, printedAt, layout }: { title: string; printedAt: Date; layout: 'portrait' | 'landscape' },
  draw: (sheet: Sheet) => void,
): Promise<Buffer> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    layout,
    margin: 0,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, CreationDate: printedAt },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((done, failed) => {
    pdf.on('end', done)
    pdf.on('error', failed)
  })
  pdf.registerFont('regular', await readTypeface('regular'))
  pdf.registerFont('bold', await readTypeface('bold'))
  draw({
    pdf,
    write(text, { x, y, size, gap = 0, weight = 'regular' }) {
      pdf.font(weight).fontSize(points(size))
      const width = pdf.widthOfString(text) + points(gap) * ([...text].length - 1)
      // A Chinese character stands between 0.12 below the line and 0.88 above it: its middle is 0.38 above.
      pdf.text(text, points(x) - width / 2, points(y + size * 0.38), {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: points(gap),
      })
    },
  })
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}
