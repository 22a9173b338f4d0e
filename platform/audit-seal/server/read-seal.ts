import { sql } from 'kysely'
import type { Db } from '#kernel/database/connect.ts'
import type { SealWords } from './seal-hash.ts'

export interface StoredSeal extends SealWords {
  id: string
  hash: string
  sealedAt: string
}

const words = sql.raw(`bureau_id as "bureauId", id, number, form, day, entries, late,
  first_event_id as "firstEventId", last_event_id as "lastEventId", last_position as "lastPosition",
  to_char(sealed_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sealedUntil",
  encode(chain, 'hex') as chain, encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash,
  sealed_at as "sealedAt"`)

/** A bureau's seal by its number, or its last one. */
export async function readSeal(
  db: Db,
  bureauId: string,
  number: number | 'last',
): Promise<StoredSeal | undefined> {
  const which = number === 'last' ? sql`true` : sql`number = ${number}`
  const { rows } = await sql<StoredSeal>`
    select ${words} from audit_seal.seal where bureau_id = ${bureauId} and ${which}
    order by number desc limit 1`.execute(db)
  return rows[0]
}
