import { chineseNumber } from './document/number-headings.ts'
import type { TextFinding } from './lint-text.ts'

type Style = 'chinese' | 'bracketed' | 'arabic' | 'arabicBracketed'

const shapes: [Style, RegExp][] = [
  ['chinese', /^([一二三四五六七八九十]+)、/],
  ['bracketed', /^[（(]([一二三四五六七八九十]+)[）)]/],
  ['arabicBracketed', /^[（(](\d{1,2})[）)]/],
  ['arabic', /^(\d{1,2})[.．、](?!\d)/],
]
/** From the outermost level inwards; a number of one level starts those inside it anew. */
const levels: Style[] = ['chinese', 'bracketed', 'arabic', 'arabicBracketed']

function written(style: Style, count: number): string {
  if (style === 'chinese') return `${chineseNumber(count)}、`
  if (style === 'bracketed') return `（${chineseNumber(count)}）`
  return style === 'arabic' ? `${count}.` : `（${count}）`
}

function numberAt(line: string): { style: Style; count: number; found: string } | null {
  for (const [style, shape] of shapes) {
    const match = shape.exec(line.trim())
    if (!match) continue
    const words = match[1]!
    const count = /\d/.test(words)
      ? Number(words)
      : Array.from({ length: 99 }, (_, index) => index + 1).find((each) => chineseNumber(each) === words)
    if (count) return { style, count, found: match[0] }
  }
  return null
}

/** Whether a heading already carries a number, which the document would print twice. */
export function typedNumber(heading: string): string | null {
  return numberAt(heading)?.found ?? null
}

/**
 * Numbers that people typed at the start of paragraphs must run on: （一）（二）（三） and then 四、 is a jump.
 * @returns per line its finding or null
 */
export function lintNumbering(lines: readonly string[]): (TextFinding | null)[] {
  const last = new Map<Style, number>()
  let latest: { style: Style; count: number } | null = null
  return lines.map((line) => {
    const number = numberAt(line)
    if (!number) return null
    const { style, count, found } = number
    const expected = (last.get(style) ?? 0) + 1
    const fits = count === expected || count === 1
    const drifted = latest && latest.style !== style && count === latest.count + 1
    const wanted = drifted && !fits && latest ? written(latest.style, count) : written(style, expected)
    last.set(style, count)
    for (const inner of levels.slice(levels.indexOf(style) + 1)) last.delete(inner)
    latest = { style, count }
    if (fits) return null
    return { weight: 'block', code: 'reports.found_number_jump', found, params: { found, wanted } }
  })
}
