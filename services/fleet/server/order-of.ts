import { type SelectQueryBuilder, sql } from 'kysely'

/** The column a list stands by, as `keysetPage` takes it. */
export interface ListOrder {
  column: string
  ref: string
  direction: 'asc' | 'desc'
}

/** What a table asks for: `-at` is the column of `at`, the last first. Columns are named with their table: `k.at`. */
export function orderOf<K extends string>(
  sort: K | `-${K}`,
  columns: Readonly<Record<K, string>>,
): ListOrder {
  const downwards = sort.startsWith('-')
  const ref = columns[(downwards ? sort.slice(1) : sort) as K]
  return { column: ref.slice(ref.indexOf('.') + 1), ref, direction: downwards ? 'desc' : 'asc' }
}

/** A sheet ends somewhere. */
const mostExported = 50_000

/** The whole list in the order of its pages, for its export. */
export function inOrder<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  { ref, direction }: ListOrder,
  idRef: string,
): SelectQueryBuilder<DB, TB, Row> {
  return query.orderBy(sql.ref(ref), direction).orderBy(sql.ref(idRef), direction).limit(mostExported)
}
