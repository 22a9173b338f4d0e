import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** Above this many orders, reading the newest and looking at their words is quicker than fetching all that match. */
const fewEnough = 5000

/** The words of a search. */
export const wordsOf = (search: string | undefined) => (search ?? '').split(/\s+/).filter(Boolean)

/**
 * Which words of a search the index narrows down: two characters or more, in not too many orders. A list by a word
 * that stands in every order would otherwise fetch them all to show fifty.
 */
export async function rareWords(ctx: Ctx, search: string | undefined): Promise<ReadonlySet<string>> {
  const rare = new Set<string>()
  for (const word of wordsOf(search)) {
    if (word.length < 2) continue
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from (
        select orders.ids_with(kernel.bigrams(${word})) limit ${fewEnough + 1}) as found`.execute(ctx.db)
    if ((rows[0]?.count ?? 0) <= fewEnough) rare.add(word)
  }
  return rare
}
