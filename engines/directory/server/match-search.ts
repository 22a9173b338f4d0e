import { type RawBuilder, sql } from 'kysely'
import { containing } from '#kernel/database/containing.ts'

const mostTerms = 5

/** The words of a search box; every one of them must fit. */
export function searchTerms(search: string | undefined): string[] {
  return (search ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, mostTerms)
}

/**
 * The rows whose name, code, pinyin or initials hold every searched word. The index of two-character pieces finds
 * the candidates, LIKE then checks the whole word. @param alias the table's name in the query
 */
export function matchSearch(
  what: 'units' | 'people' | 'sites' | 'rooms',
  alias: string,
  terms: readonly string[],
): RawBuilder<boolean> {
  const tokens = sql.join(
    terms.map((term) => sql`directory.wanted_tokens(${term}::text)`),
    sql` || `,
  )
  const whole = sql.join(
    terms.map((term) => sql`${sql.ref(`${alias}.words`)} like ${containing(term)}`),
    sql` and `,
  )
  return sql<boolean>`(${sql.ref(`${alias}.id`)} in (select ${sql.raw(`directory.match_${what}`)}(${tokens})) and ${whole})`
}

/** Open on the day: not closed, or closed later. */
export function openOn(column: string, day: string): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(column)} is null or ${sql.ref(column)} > ${day}::date)`
}
