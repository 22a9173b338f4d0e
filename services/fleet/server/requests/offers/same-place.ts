/** Without blanks, punctuation and differences of width, so that “市民 中心（东门）” meets “市民中心东门”. */
const plain = (words: string) =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}\s]/gu, '')

/** Whether two people mean the same place: the same words, or one says it at more length. */
export function samePlace(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  // One character alone (市, 区) is in everything.
  if (a.length < 2 || b.length < 2) return a === b
  return a.includes(b) || b.includes(a)
}
