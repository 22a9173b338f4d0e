import { sql } from 'kysely'
import type { Db } from '#kernel/database/connect.ts'
import type { Progress } from '../schema.ts'
import { beginning, canonicalEntry, chainHash } from './canonical-entry.ts'
import { type Fault, faultAt } from './faults.ts'
import { readSeal, type StoredSeal } from './read-seal.ts'
import { sealHash } from './seal-hash.ts'

export interface Part {
  progress: Progress
  /** The seal that this part completed. */
  sealed: StoredSeal | null
  fault: Fault | null
  /** No further seal. */
  ended: boolean
}

interface Row {
  position: number
  event_id: string
  seal_number: number
  hash: string
  words: string | null
}

/** Where a verification of a bureau begins. */
export async function beginProgress(db: Db, bureauId: string): Promise<Progress> {
  const { rows } = await sql<{ erased: number }>`
    select coalesce(max(seal_number), 0)::integer as erased from audit_seal.erasure
    where bureau_id = ${bureauId}`.execute(db)
  return { seal: 0, previous: beginning, position: 0, chain: beginning, erased: rows[0]!.erased }
}

/**
 * Checks up to `size` entries further, at most to the end of the next seal, against what is stored: memory stays the
 * same however long the trail is.
 */
export async function verifyPart(db: Db, bureauId: string, progress: Progress, size: number): Promise<Part> {
  const seal = await readSeal(db, bureauId, progress.seal + 1)
  if (!seal) return { progress, sealed: null, fault: await faultAfter(db, bureauId, progress), ended: true }
  if (seal.number <= progress.erased) {
    const next = { ...progress, position: seal.lastPosition, chain: seal.chain }
    return closeSeal(progress, next, seal)
  }
  const next = { ...progress }
  const rows = await entriesAfter(db, bureauId, progress.position, seal.lastPosition, size)
  for (const row of rows) {
    const place = { seal: seal.number, day: seal.day, position: row.position, eventId: row.event_id }
    const stop = (fault: Fault): Part => ({ progress: next, sealed: null, fault, ended: false })
    if (row.position !== next.position + 1)
      return stop(faultAt('place_missing', { ...place, position: next.position + 1 }))
    if (row.words === null) return stop(faultAt('entry_deleted', place))
    const hash = chainHash(next.chain, row.words)
    if (hash !== row.hash || row.seal_number !== seal.number) return stop(faultAt('entry_changed', place))
    next.position = row.position
    next.chain = hash
  }
  if (next.position < seal.lastPosition) {
    if (rows.length === size) return { progress: next, sealed: null, fault: null, ended: false }
    const place = { seal: seal.number, day: seal.day, position: next.position + 1 }
    return { progress: next, sealed: null, fault: faultAt('place_missing', place), ended: false }
  }
  return closeSeal(progress, next, seal)
}

async function entriesAfter(db: Db, bureauId: string, after: number, upTo: number, size: number) {
  const { rows } = await sql<Row>`
    select s.position, s.event_id, s.seal_number, encode(s.hash, 'hex') as hash,
      case when e.id is null then null else ${canonicalEntry} end as words
    from audit_seal.entry s left join kernel.event e on e.bureau_id = s.bureau_id and e.id = s.event_id
    where s.bureau_id = ${bureauId} and s.position > ${after} and s.position <= ${upTo}
    order by s.position limit ${size}`.execute(db)
  return rows
}

/** The entries are right; now the seal itself. */
function closeSeal(before: Progress, next: Progress, seal: StoredSeal): Part {
  const erased = seal.number <= before.erased
  const right =
    seal.chain === next.chain &&
    seal.previousHash === before.previous &&
    seal.lastPosition === next.position &&
    sealHash(seal) === seal.hash &&
    (erased || seal.entries > 0)
  if (!right) {
    const fault = faultAt('seal_changed', { seal: seal.number, day: seal.day })
    return { progress: before, sealed: null, fault, ended: false }
  }
  return {
    progress: { ...next, seal: seal.number, previous: seal.hash },
    sealed: seal,
    fault: null,
    ended: false,
  }
}

/** What is beyond the last seal and should not be: a cut-off end, sealed places without a seal, entries put in later. */
async function faultAfter(db: Db, bureauId: string, progress: Progress): Promise<Fault | null> {
  const told = await sql<{ number: number; hash: string }>`
    select (after->>'number')::integer as number, after->>'hash' as hash from kernel.event
    where bureau_id = ${bureauId} and type in ('audit-seal.sealed', 'audit-seal.late_found')
    order by id desc limit 1`.execute(db)
  const said = told.rows[0]
  if (said && said.number > progress.seal) return faultAt('seal_missing', { seal: progress.seal + 1 })
  if (said && said.number === progress.seal && said.hash !== progress.previous)
    return faultAt('seal_changed', { seal: progress.seal })
  const beyond = await sql<{ id: string }>`
    select event_id as id from audit_seal.entry where bureau_id = ${bureauId} and position > ${progress.position}
    order by position limit 1`.execute(db)
  if (beyond.rows[0]) return faultAt('place_inserted', { eventId: beyond.rows[0].id })
  const inserted = await sql<{ id: string; day: string }>`
    select e.id, audit_seal.day_of(e.id) as day from kernel.event e
    where e.bureau_id = ${bureauId}
      and e.id < (select audit_seal.id_at(max(sealed_until)) from audit_seal.seal where bureau_id = ${bureauId})
      and not exists (select from audit_seal.entry s where s.bureau_id = e.bureau_id and s.event_id = e.id)
    order by e.id limit 1`.execute(db)
  const found = inserted.rows[0]
  return found ? faultAt('entry_inserted', { day: found.day, eventId: found.id }) : null
}
