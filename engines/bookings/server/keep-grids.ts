import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import type { WrittenAnswer } from '#kernel/server/written-answer.ts'
import type { bookings } from '../module.ts'
import { ownUnit } from './policy.ts'

type Answer = WrittenAnswer<OutputOf<(typeof bookings.actions)['readGrid']>>

/** Bytes of all answers kept by one server, and of one worth keeping. */
const mostBytes = 8 * 1024 * 1024
const mostOfOne = 1024 * 1024

/** Whose bookings stand in a grid, and until when what may be done with them stays the same. */
export interface GridFacts {
  organisers: ReadonlySet<string>
  units: ReadonlySet<string>
  /** Milliseconds: [when it was made, the first end after that). */
  from: number
  until: number
}

interface Kept {
  version: string
  facts: GridFacts
  answers: Map<string, Answer>
  bytes: number
}

/** By bureau and what was asked; the longest unused goes first. */
const kept = new Map<string, Kept>()
let keptBytes = 0

/**
 * What the database says of these days: another text after every commit that changes what a grid of them shows. It names the
 * database too, so that nothing outlives a restore or a change to the standby.
 */
export async function gridVersion(ctx: Ctx, from: string, to: string): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select concat_ws(' ', current_database(), pg_postmaster_start_time(), sum(stamp), max(stamp)) as version
    from bookings.changed_day where bureau_id = (select kernel.bureau())
      and (day between ${from}::date and ${to}::date or day = '-infinity')`.execute(ctx.db)
  return rows[0]!.version
}

/** Numbers of what roles may do; the sets are shared between requests. */
const numbers = new WeakMap<ReadonlySet<string>, number>()
let lastNumber = 0

function numberOf(permissions: ReadonlySet<string>): number {
  const known = numbers.get(permissions)
  if (known !== undefined) return known
  numbers.set(permissions, ++lastNumber)
  return lastNumber
}

/** Readers of one name see the same: whoever has no booking in it is like everybody else of the same rights. */
function readerOf(ctx: Ctx, { organisers, units }: GridFacts): string {
  const { personId, permissions, source } = ctx.actor
  const unitId = ownUnit(ctx)
  return [
    source === 'job',
    numberOf(permissions),
    ctx.locale,
    personId !== null && organisers.has(personId) ? personId : '',
    unitId !== null && units.has(unitId) ? unitId : '',
  ].join(' ')
}

/** The answer this reader would get, if it was made for this version and still says what may be done. */
export function keptGrid(ctx: Ctx, key: string, version: string): Answer | undefined {
  const entry = kept.get(key)
  if (!entry) return undefined
  const now = ctx.now.getTime()
  if (entry.version !== version || now < entry.facts.from || now >= entry.facts.until) {
    drop(key, entry)
    return undefined
  }
  kept.delete(key)
  kept.set(key, entry)
  return entry.answers.get(readerOf(ctx, entry.facts))
}

/** Keeps an answer that was read after the version was. */
export function keepGrid(ctx: Ctx, key: string, version: string, facts: GridFacts, answer: Answer): void {
  // The sets of ids, and the zipped form that is made when somebody wants it.
  const bytes = Math.ceil(answer.json.byteLength * 1.2) + 100 * (facts.organisers.size + facts.units.size)
  if (bytes > mostOfOne) return
  const before = kept.get(key)
  const entry =
    before?.version === version && before.facts.until === facts.until
      ? before
      : { version, facts, answers: new Map<string, Answer>(), bytes: 0 }
  if (before && before !== entry) drop(key, before)
  const reader = readerOf(ctx, facts)
  if (!entry.answers.has(reader)) {
    entry.answers.set(reader, answer)
    entry.bytes += bytes
    keptBytes += bytes
  }
  kept.delete(key)
  kept.set(key, entry)
  for (const [oldest, old] of kept) {
    if (keptBytes <= mostBytes) break
    drop(oldest, old)
  }
}

function drop(key: string, entry: Kept): void {
  keptBytes -= entry.bytes
  kept.delete(key)
}
