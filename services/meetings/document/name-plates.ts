import type { Font } from 'fontkit'
import { LINE, layName, type NameLine } from './lay-name.ts'
import { openTypeface, printable, requireCharacters, widthInEms } from './typeface.ts'

/** A folded card (桌签): the same words on both faces. In mm. */
export const plateSizes = {
  /** One on a page: 200 × 100, the usual stand. */
  LARGE: { width: 200, height: 100, perPage: 1 },
  /** Two on a page, as wide and lower. */
  SMALL: { width: 200, height: 70, perPage: 2 },
} as const
export type PlateSize = keyof typeof plateSizes

export interface NamePlates {
  meeting: string
  size: PlateSize
  /** Whether the unit stands below the name. */
  showUnit: boolean
  /** `seat`: printed outside the card, for whoever lays them out. At least one. */
  people: readonly { name: string; unit: string | null; seat?: string }[]
  printedAt: Date
}

/** What a card shows, with measures in mm; the same for .docx and PDF. */
export interface Plate {
  name: NameLine[]
  unit: NameLine | null
  note: string
}

/** The page: A4 upright. Cards are in its middle, each two faces high. */
export const page = { width: 210, height: 297 }
export function plateTop(size: PlateSize, index: number): number {
  const { height, perPage } = plateSizes[size]
  const free = page.height - perPage * 2 * height
  return (free / (perPage + 1)) * (index + 1) + index * 2 * height
}

/** @throws Problem 422 for a character that the typeface lacks */
export async function layPlates({ meeting, size, showUnit, people }: NamePlates): Promise<Plate[]> {
  const font = await openTypeface('bold')
  requireCharacters(font, [
    meeting,
    ...people.flatMap(({ name, unit, seat }) => [name, showUnit ? (unit ?? '') : '', seat ?? '']),
  ])
  return people.map((person) => layPlate(person, size, showUnit, printable(meeting), font))
}

function layPlate(
  { name, unit, seat }: NamePlates['people'][number],
  size: PlateSize,
  showUnit: boolean,
  meeting: string,
  font: Font,
): Plate {
  const { width, height } = plateSizes[size]
  const inner = width * 0.86
  const widthOf = (text: string) => Math.max(widthInEms(font, text), 0.1)
  const below = showUnit && unit !== null ? printable(unit) : ''
  const unitSize = below && Math.min(height * 0.12, inner / widthOf(below))
  return {
    name: layName(printable(name), { width: inner, height: height * (below ? 0.6 : 0.68) }, widthOf),
    unit: unitSize ? { text: below, size: unitSize, gap: 0 } : null,
    note: [seat && printable(seat), meeting, '沿实线裁切，沿虚线对折'].filter(Boolean).join('　'),
  }
}

/** The lines of a face with the distance of each one's middle from the top of the face, in mm. */
export function placeLines({ name, unit }: Plate, height: number): { line: NameLine; middle: number }[] {
  const lines = unit ? [...name, unit] : name
  const space = unit ? height * 0.05 : 0
  const total = lines.reduce((sum, { size }) => sum + size * LINE, space)
  let y = (height - total) / 2
  return lines.map((line) => {
    if (line === unit) y += space
    const middle = y + (line.size * LINE) / 2
    y += line.size * LINE
    return { line, middle }
  })
}
