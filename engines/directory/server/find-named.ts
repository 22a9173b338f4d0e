import type { Ctx } from '#kernel/context.ts'

export type Found<T> = { row: T } | { count: number }

/**
 * Finds a thing by its code or its name, as sheets name it; open ones go before closed ones.
 * @returns the row, or how many there are (0 or several)
 */
export function findNamed<T extends { code: string; name: string; closed_on: string | null }>(
  rows: readonly T[],
): (words: string) => Found<T> {
  const byWords = new Map<string, T[]>()
  const put = (key: string, row: T) => byWords.set(key, [...(byWords.get(key) ?? []), row])
  const byCode = new Map(rows.map((row) => [row.code, row]))
  for (const row of rows) put(row.name, row)
  return (words) => {
    const coded = byCode.get(words)
    if (coded) return { row: coded }
    const named = byWords.get(words) ?? []
    const open = named.filter((row) => row.closed_on === null)
    const best = open.length > 0 ? open : named
    return best.length === 1 ? { row: best[0]! } : { count: best.length }
  }
}

/** All units of the bureau, for sheets that name them. */
export function loadUnits(ctx: Ctx) {
  return ctx.db.selectFrom('directory.unit').selectAll().orderBy('code').execute()
}

/** All sites of the bureau, for sheets that name them. */
export function loadSites(ctx: Ctx) {
  return ctx.db.selectFrom('directory.site').selectAll().orderBy('code').execute()
}
