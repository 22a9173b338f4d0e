import { createHash } from 'node:crypto'
import { sql } from 'kysely'

/** Every column of kernel.event as text, the same from PostgreSQL 15 to 18; a test compares the names with the table. */
const columns: Record<string, string> = {
  bureau_id: 'e.bureau_id::text',
  id: 'e.id::text',
  at: `to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  actor_id: 'e.actor_id::text',
  actor_name: 'e.actor_name',
  source: 'e.source',
  type: 'e.type',
  subject_type: 'e.subject_type',
  subject_id: 'e.subject_id::text',
  // jsonb keeps its keys in an order of its own and writes them one way only.
  before: 'e.before::text',
  after: 'e.after::text',
  reason: 'e.reason',
  request_id: 'e.request_id',
}

/** Columns that came later: an entry without them reads as it was sealed before there were any. */
const laterColumns: Record<string, string> = {
  actor_office: 'e.actor_office',
  said_at: `to_char(e.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
}

/** The columns an entry's hash covers. */
export const coveredColumns = [...Object.keys(columns), ...Object.keys(laterColumns)]

/** Each value with its length before it, so that no two entries read alike; an absent value is `-`. */
const framed = Object.values(columns)
  .map((value) => `coalesce(length(${value})::text || ':' || ${value}, '-')`)
  .join(` || ',' || `)
const framedLater = Object.entries(laterColumns)
  .map(([name, value]) => `coalesce(',${name}=' || length(${value})::text || ':' || ${value}, '')`)
  .join(' || ')

/** SQL: an entry `e` of kernel.event in its one canonical form. */
export const canonicalEntry = sql<string>`${sql.raw(`${framed} || ${framedLater}`)}`

/** The hash before the first entry and the first seal. */
export const beginning = '0'.repeat(64)

/** SHA-256 of (the hash before, the text) in hexadecimal. */
export function chainHash(previous: string, words: string): string {
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(words, 'utf8').digest('hex')
}
