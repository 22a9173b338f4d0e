import { wordKey } from '#kernel/sheets/clean-cell.ts'

/** Null for a name that several have, which then says nothing; undefined for one that nobody has. */
export type Find<R extends { id: string }> = (words: string) => R | null | undefined

/** Finds rows by any of their names: by the exact word first; where there is none, 財政局 is 财政局, and stray spaces do not count. */
export function findNames<R extends { id: string }>(
  rows: readonly R[],
  namesOf: (row: R) => readonly (string | null)[],
): Find<R> {
  const exact = new Map<string, R | null>()
  const spelled = new Map<string, R | null>()
  const put = (map: typeof exact, word: string, row: R) =>
    map.set(word, map.has(word) && map.get(word)?.id !== row.id ? null : row)
  for (const row of rows)
    for (const word of namesOf(row)) {
      if (!word) continue
      put(exact, word, row)
      put(spelled, wordKey(word), row)
    }
  return (words) => (exact.has(words) ? exact.get(words) : spelled.get(wordKey(words)))
}
