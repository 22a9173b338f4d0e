import type { Ctx } from '#kernel/context.ts'
import { wordKey } from '#kernel/sheets/clean-cell.ts'

export type Found<T> = { row: T } | { count: number }

/**
 * Finds a thing by its code or its name, as sheets name it; open ones go before closed ones. Where nothing is called
 * exactly so, 財政局 is 财政局, and stray spaces do not count.
 * @returns the row, or how many there are (0 or several)
 */
export function findNamed<T extends { code: string; name: string; closed_on: string | null }>(
  rows: readonly T[],
): (words: string) => Found<T> {
  const byName = Map.groupBy(rows, ({ name }) => name)
  const bySpelling = Map.groupBy(rows, ({ name }) => wordKey(name))
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return (words) => {
    const coded = byCode.get(words)
    if (coded) return { row: coded }
    const named = byName.get(words) ?? bySpelling.get(wordKey(words)) ?? []
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
