// A number, and what it counts: up to two characters, which is how long almost all units are.
const NUMBER_AND_UNIT = /(\d[\d,.]*)(\s?)([%‰℃㎡³²°]|[A-Za-z]+[²³]?|万?亿?[\u4E00-\u9FFF]{1,2})/gu

export type Piece = { text: string; together: boolean }

/** Cuts a text into pieces, those marked `together` being a number with its unit that a line's end must not part. */
export function cutAtUnits(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(NUMBER_AND_UNIT)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), together: false })
    pieces.push({ text: match[0], together: true })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), together: false })
  return pieces
}

/**
 * For word processors: a blank between number and unit becomes one that does not break. Where there is no blank, nothing
 * is put in: several of them show the invisible joiner U+2060 as a box, and a search for "63件" would miss it.
 */
export function keepUnits(text: string): string {
  return text.replace(/(\d) (?=[%‰℃㎡A-Za-z\u4E00-\u9FFF])/g, '$1\u00A0')
}
