import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { beginning, canonicalEntry, chainHash } from './canonical-entry.ts'
import { readSeal } from './read-seal.ts'
import { sealHash } from './seal-hash.ts'

const batch = 5000
const lowest = '00000000-0000-0000-0000-000000000000'

interface Entry {
  id: string
  day: string
  late: boolean
  words: string
}

/** The seal being filled. */
interface Open {
  day: string
  late: number
  first: string
  last: string
  entries: number
}

/**
 * Seals everything the bureau wrote before `before` and before every transaction that still runs: one seal for each
 * day, in the order of ids, in one transaction. An entry that an earlier seal should have had goes into the next one
 * and is named late there. @returns how many seals were added
 */
export async function sealEntries(ctx: Ctx, before: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('audit-seal'), hashtext(${ctx.bureauId}))`.execute(ctx.db)
  const last = await readSeal(ctx.db, ctx.bureauId, 'last')
  const until = await reachOf(ctx, before)
  if (last && until <= last.sealedUntil) return 0
  let { number, position, chain, previous } = last
    ? { number: last.number, position: last.lastPosition, chain: last.chain, previous: last.hash }
    : { number: 0, position: 0, chain: beginning, previous: beginning }
  let open: Open | null = null
  const added: string[] = []

  async function close(): Promise<void> {
    if (!open) return
    number++
    const said = {
      bureauId: ctx.bureauId,
      number,
      form: 1,
      day: open.day,
      entries: open.entries,
      late: open.late,
      firstEventId: open.first,
      lastEventId: open.last,
      lastPosition: position,
      sealedUntil: until,
      chain,
      previousHash: previous,
    }
    previous = sealHash(said)
    await sql`insert into audit_seal.seal (number, day, entries, late, first_event_id, last_event_id, last_position,
        sealed_until, chain, previous_hash, hash)
      values (${number}, ${said.day}, ${said.entries}, ${said.late}, ${said.firstEventId}, ${said.lastEventId},
        ${position}, ${until}::timestamptz, decode(${chain}, 'hex'), decode(${said.previousHash}, 'hex'),
        decode(${previous}, 'hex'))`.execute(ctx.db)
    added.push(previous)
    await tell(ctx, said, previous)
    open = null
  }

  for (let after = lowest; ; ) {
    const entries = await unsealed(ctx, after, until, last?.sealedUntil ?? null)
    const places: { ids: string[]; numbers: number[]; hashes: string[] } = {
      ids: [],
      numbers: [],
      hashes: [],
    }
    const from = position
    for (const entry of entries) {
      // Late entries of days long sealed share the first new seal.
      if (open && !entry.late && entry.day !== open.day) {
        if (open.late === open.entries) open.day = entry.day
        else await close()
      }
      open ??= { day: entry.day, late: 0, first: entry.id, last: entry.id, entries: 0 }
      chain = chainHash(chain, entry.words)
      position++
      open.entries++
      open.last = entry.id
      if (entry.late) open.late++
      places.ids.push(entry.id)
      places.numbers.push(number + 1)
      places.hashes.push(chain)
    }
    if (entries.length > 0)
      await sql`insert into audit_seal.entry (position, event_id, seal_number, hash)
        select ${from} + place, id, number, decode(hash, 'hex')
        from unnest(${places.ids}::uuid[], ${places.numbers}::integer[], ${places.hashes}::text[])
          with ordinality as row (id, number, hash, place)`.execute(ctx.db)
    after = entries.at(-1)?.id ?? after
    if (entries.length < batch) break
  }
  await close()
  return added.length
}

/** How far it may seal, in UTC microseconds. */
async function reachOf(ctx: Ctx, before: string): Promise<string> {
  const { rows } = await sql<{ until: string }>`
    select to_char(least(${before}::timestamptz, audit_seal.fence()) at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as until`.execute(ctx.db)
  return rows[0]!.until
}

async function unsealed(ctx: Ctx, after: string, until: string, sealed: string | null): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.id, audit_seal.day_of(e.id) as day, ${canonicalEntry} as words,
      coalesce(e.id < audit_seal.id_at(${sealed}::timestamptz), false) as late
    from kernel.event e
    where e.bureau_id = ${ctx.bureauId} and e.id > ${after} and e.id < audit_seal.id_at(${until}::timestamptz)
      and not exists (select from audit_seal.entry s where s.bureau_id = e.bureau_id and s.event_id = e.id)
    order by e.id limit ${batch}`.execute(ctx.db)
  return rows
}

/** The seal is itself an entry of the history: cutting off the end of the chain leaves these behind. */
async function tell(
  ctx: Ctx,
  said: { number: number; day: string; entries: number; late: number },
  hash: string,
) {
  const { number, day, entries, late } = said
  await ctx.emit({
    type: late > 0 ? 'audit-seal.late_found' : 'audit-seal.sealed',
    subjectType: 'audit-seal.seal',
    subjectId: null,
    after: { number, day, entries, late, hash },
  })
}

/** The job: every day that has ended, by the clock that gives the ids. */
export async function sealEndedDays(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ today: string }>`
    select kernel.local_day(clock_timestamp())::timestamp at time zone 'Asia/Shanghai' as today`.execute(
    ctx.db,
  )
  await sealEntries(ctx, rows[0]!.today)
}
