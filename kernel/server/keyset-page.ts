import { type SelectQueryBuilder, sql } from 'kysely'
import { Problem } from '../contract/problem.ts'

/** One column of a list's order. Columns must not be null, and together with `id` they must be unique. */
export interface SortColumn {
  /** As the query selects it. */
  column: string
  direction: 'asc' | 'desc'
  /** The expression to compare with, when the column is a computed or aliased one. */
  ref?: string
}

export interface PageInput {
  cursor?: string
  limit?: number
}

const usualLimit = 50

function readCursor(cursor: string, length: number): unknown[] {
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown
    if (Array.isArray(values) && values.length === length) return values
  } catch {
    // not ours: refused below
  }
  throw new Problem(400, 'kernel.bad_cursor', { path: 'cursor' })
}

/**
 * One page by keyset: the rows after the cursor's, never OFFSET, so that the thousandth page costs what the first does.
 * All sort columns must run the same way; the row id comes last and makes the order total.
 * The query must select every sort column and `id`.
 */
export async function keysetPage<DB, TB extends keyof DB, Row extends { id: string }>(
  query: SelectQueryBuilder<DB, TB, Row>,
  input: PageInput,
  order: { by: readonly SortColumn[]; idRef?: string },
): Promise<{ items: Row[]; next: string | null }> {
  const limit = input.limit ?? usualLimit
  const direction = order.by[0]?.direction ?? 'asc'
  const refs = [...order.by.map(({ ref, column }) => ref ?? column), order.idRef ?? 'id']
  let page = query
  if (input.cursor) {
    const after = readCursor(input.cursor, refs.length)
    const left = sql.join(refs.map((ref) => sql.ref(ref)))
    const right = sql.join(after.map((value) => sql`${value}`))
    page = page.where(sql<boolean>`(${left}) ${sql.raw(direction === 'asc' ? '>' : '<')} (${right})`)
  }
  for (const ref of refs) page = page.orderBy(sql.ref(ref), direction)
  const rows = await page.limit(limit + 1).execute()
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? (items.at(-1) as Record<string, unknown>) : null
  const values = last && [...order.by.map(({ column }) => last[column]), last.id]
  return { items, next: values ? Buffer.from(JSON.stringify(values)).toString('base64url') : null }
}
