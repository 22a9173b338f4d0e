import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { containing } from '#kernel/database/containing.ts'

/** Above this many orders, reading the newest and looking at their words is quicker than fetching all that match. */
const fewEnough = 5000

/** The words of a search. */
export const wordsOf = (search: string | undefined) => (search ?? '').split(/\s+/).filter(Boolean)

/** A search as the index knows it; a list, its next page and its export ask with the same. */
export interface LookedUp {
  words: readonly string[]
  /** Every order that can have all the words, and a few more; null when they are too many or no word has two characters. */
  ids: readonly string[] | null
}

/** So long a search counts as frequent before it is looked up again; it only chooses the way, never what is found. */
const rememberedMs = 10 * 60_000
const mostRemembered = 2000
/** Until when. Looking up a frequent search takes as long as the list itself, and people look for the same words all day. */
const frequent = new Map<string, number>()

/** Looks up all words at once: each may stand in very many orders, and both in hardly any. */
export async function lookUpWords(ctx: Ctx, search: string | undefined): Promise<LookedUp> {
  const words = wordsOf(search)
  // By characters: a rare one of names takes two places of a JavaScript string, and is no pair all the same.
  const pairs = words.filter((word) => [...word].length > 1).map((word) => sql`kernel.bigrams(${word})`)
  if (pairs.length === 0) return { words, ids: null }
  const key = `${ctx.bureauId}:${words.toSorted().join(' ')}`
  if ((frequent.get(key) ?? 0) > ctx.now.getTime()) return { words, ids: null }
  const { rows } = await sql<{ id: string }>`
    select orders.ids_with(${sql.join(pairs, sql` || `)}) as id limit ${fewEnough + 1}`.execute(ctx.db)
  if (rows.length <= fewEnough) return { words, ids: rows.map(({ id }) => id) }
  if (frequent.size >= mostRemembered) frequent.clear()
  frequent.set(key, ctx.now.getTime() + rememberedMs)
  return { words, ids: null }
}

/**
 * That all words occur in the order `o`. Both ways find the same; they are written differently for the planner, which
 * takes `like` for rare (it goes by the ids then) and `position` for one row in three (it reads the newest then).
 */
export function hasWords({ words, ids }: LookedUp): RawBuilder<boolean> {
  const each = words.map((word) => {
    const sought = word.toLowerCase()
    return ids
      ? sql`o.search_words like ${containing(sought)}`
      : sql`position(${sought} in o.search_words) > 0`
  })
  return sql<boolean>`(${sql.join([...(ids ? [sql`o.id = any(${ids}::uuid[])`] : []), ...each], sql` and `)})`
}
