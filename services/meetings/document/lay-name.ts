/** One line of a face: its characters, their size, and the space put between two of them. In mm. */
export interface NameLine {
  text: string
  size: number
  gap: number
}

/** Height that a line of this size takes, in sizes. */
export const LINE = 1.15

/**
 * A name as large as it fits. Two to four Chinese characters are spread to one width, that of three: 张三 gets the gap
 * of one character, 欧阳修远 smaller ones. Others (longer, Latin, with ·) shrink to the width, in two lines where one
 * would be too small to read across a table.
 * @param widthOf the width of a text in ems
 */
export function layName(
  name: string,
  box: { width: number; height: number },
  widthOf: (text: string) => number,
): NameLine[] {
  const largest = Math.min(box.height / LINE, box.width / 3)
  const characters = [...name]
  if (/^\p{Script=Han}{2,4}$/u.test(name)) {
    const size = Math.min(largest, (largest * 3) / characters.length)
    return [{ text: name, size, gap: (largest * 3 - size * characters.length) / (characters.length - 1) }]
  }
  const one = Math.min(largest, box.width / widthOf(name))
  const parts = cutInTwo(name)
  if (one > largest * 0.45 || !parts) return [{ text: name, size: one, gap: 0 }]
  const size = Math.min(box.height / LINE / 2, ...parts.map((part) => box.width / widthOf(part)))
  return size > one ? parts.map((text) => ({ text, size, gap: 0 })) : [{ text: name, size: one, gap: 0 }]
}

/** At the · or blank nearest to the middle; the mark stays at the end of the first line. */
function cutInTwo(name: string): [string, string] | null {
  const cuts = [...name.matchAll(/[·•・ ]/gu)].map(({ index }) => index + 1)
  if (cuts.length === 0) return null
  const cut = cuts.reduce((best, at) =>
    Math.abs(at - name.length / 2) < Math.abs(best - name.length / 2) ? at : best,
  )
  return [name.slice(0, cut).trim(), name.slice(cut).trim()]
}
