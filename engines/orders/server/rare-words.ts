import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** Above this many orders, reading the newest and looking at their words is quicker than fetching all that match. */
const fewEnough = 5000

/** The words of a search. */
export const wordsOf = (search: string | undefined) => (search ?? '').split(/\s+/).filter(Boolean)

/** So long a word counts as frequent or rare before it is counted again; it only chooses the way, never what is found. */
const rememberedMs = 10 * 60_000
const mostRemembered = 2000
const remembered = new Map<string, { rare: boolean; until: number }>()

/**
 * Which words of a search the index narrows down: two characters or more, in not too many orders. A list by a word
 * that stands in every order would otherwise fetch them all to show fifty.
 */
export async function rareWords(ctx: Ctx, search: string | undefined): Promise<ReadonlySet<string>> {
  const rare = new Set<string>()
  for (const word of wordsOf(search)) if (word.length > 1 && (await isRare(ctx, word))) rare.add(word)
  return rare
}

/** Counting a frequent word takes as long as the search itself, and people look for the same words all day. */
async function isRare(ctx: Ctx, word: string): Promise<boolean> {
  const key = `${ctx.bureauId}:${word}`
  const known = remembered.get(key)
  if (known && known.until > ctx.now.getTime()) return known.rare
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select orders.ids_with(kernel.bigrams(${word})) limit ${fewEnough + 1}) as found`.execute(ctx.db)
  const rare = (rows[0]?.count ?? 0) <= fewEnough
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, { rare, until: ctx.now.getTime() + rememberedMs })
  return rare
}
