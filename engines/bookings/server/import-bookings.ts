import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#kernel/context.ts'
import type { Rank } from '../words.ts'
import { lockResources } from './lock-resources.ts'

/** A booking from a sheet: what was held then, or is to be. */
export interface ImportedBooking {
  /** Known already: brought up to date. */
  id?: string | null
  line: string
  title: string
  rank: Rank
  state: 'ENDED' | 'CANCELLED' | 'CONFIRMED'
  unitId: string
  organiserName: string
  headcount: number | null
  from: Date
  to: Date
  /** All of them, or none: a room; a vehicle and its driver. */
  resourceIds: readonly string[]
}

export interface ImportedOutcome {
  id: string
  /** What holds one of its places at that time: nothing was written for this line. */
  clash: Clash | null
}

interface Clash {
  bookingId: string
  title: string
  resourceId: string
}

/**
 * Takes many bookings, one piece of each resource, with a few statements, in the order given; the first of two that clash has the
 * place. Rules for people who book do not apply to what has been. The caller emits the events of its line.
 */
export async function importBookings(
  ctx: Ctx,
  lines: readonly ImportedBooking[],
): Promise<ImportedOutcome[]> {
  if (lines.length === 0) return []
  await lockResources(
    ctx,
    lines.flatMap(({ resourceIds }) => resourceIds),
  )
  const rows = lines.map((line, n) => ({
    n,
    ...line,
    id: line.id ?? uuidv7(),
    closed: line.state === 'CANCELLED',
  }))
  const known = lines.flatMap(({ id }) => (id ? [id] : []))
  const clashes = await allClashes(ctx, rows, known)
  const kept = rows.filter(({ id, n }) => known.includes(id) && !clashes.has(n))
  // A corrected line gives back what it held; one that clashes keeps it, as nothing of it is taken.
  await sql`delete from bookings.hold where bureau_id = kernel.bureau()
    and booking_id = any(${kept.map(({ id }) => id)}::uuid[])`.execute(ctx.db)
  await correctStates(ctx, kept)
  const taken = rows.filter(({ n }) => !clashes.has(n))
  await writeRows(ctx, taken)
  return rows.map(({ id, n }) => ({ id, clash: clashes.get(n) ?? null }))
}

type Row = ImportedBooking & { n: number; id: string; closed: boolean }

type Clashes = Map<number, Clash>

/** A known line that clashes keeps its old place, in which another line may want to be: looked at until nothing is new. */
async function allClashes(ctx: Ctx, rows: readonly Row[], known: readonly string[]): Promise<Clashes> {
  const clashes: Clashes = new Map()
  for (;;) {
    const left = rows.filter(({ n }) => !clashes.has(n))
    const givenBack = left.flatMap(({ id }) => (known.includes(id) ? [id] : []))
    const found = await findClashes(ctx, left, givenBack)
    if (found.size === 0) return clashes
    for (const [n, clash] of found) clashes.set(n, clash)
  }
}

/** Lines whose place is held, by what is stored or by a line before them. */
async function findClashes(ctx: Ctx, rows: readonly Row[], givenBack: readonly string[]): Promise<Clashes> {
  const asked = rows.filter(({ closed }) => !closed)
  const wanted = asked.flatMap(({ n, resourceIds, from, to }) =>
    resourceIds.map((resourceId) => ({ n, resourceId, from, to })),
  )
  const { rows: stored } = await sql<{ n: number; booking_id: string; title: string; resource_id: string }>`
    select distinct on (a.n) a.n, h.booking_id, b.title, h.resource_id
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as a (n integer, "resourceId" uuid, "from" timestamptz, "to" timestamptz)
    join lateral bookings.holds_at(a."resourceId", tstzrange(a."from", a."to")) h
      on h.booking_id <> all(${[...givenBack]}::uuid[])
    join bookings.booking b on b.bureau_id = h.bureau_id and b.id = h.booking_id
    order by a.n, h.id`.execute(ctx.db)
  const clashes: Clashes = new Map(
    stored.map(({ n, booking_id, title, resource_id }) => [
      n,
      { bookingId: booking_id, title, resourceId: resource_id },
    ]),
  )
  const held = new Map<string, Row[]>()
  for (const row of asked) {
    if (clashes.has(row.n)) continue
    const clash = clashWithin(row, held)
    if (clash) clashes.set(row.n, clash)
    else for (const id of row.resourceIds) held.set(id, [...(held.get(id) ?? []), row])
  }
  return clashes
}

/** What a line before this one holds of the same. */
function clashWithin(row: Row, held: ReadonlyMap<string, readonly Row[]>): Clash | null {
  for (const resourceId of row.resourceIds) {
    const before = held.get(resourceId)?.find(({ from, to }) => from < row.to && to > row.from)
    if (before) return { bookingId: before.id, title: before.title, resourceId }
  }
  return null
}

/** A corrected sheet may say that what was held was cancelled; few do, so each is let past the guard of states alone. */
async function correctStates(ctx: Ctx, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const stored = await ctx.db
    .selectFrom('bookings.booking')
    .select(['id', 'state'])
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const before = new Map(stored.map(({ id, state }) => [id, state]))
  for (const { id, state } of rows) {
    if (before.get(id) === state) continue
    await sql`select set_config('app.moving', ${`${id}:${state}`}, true)`.execute(ctx.db)
    await ctx.db.updateTable('bookings.booking').set({ state }).where('id', '=', id).execute()
  }
}

async function writeRows(ctx: Ctx, rows: readonly Row[]): Promise<void> {
  const values = JSON.stringify(rows.map((row) => ({ ...row, now: ctx.now })))
  await sql`
    with given as (select * from jsonb_to_recordset(${values}::jsonb) as g (id uuid, line text, title text, rank text,
      state text, "unitId" uuid, "organiserName" text, headcount integer, "from" timestamptz, "to" timestamptz,
      "resourceIds" uuid[], closed boolean, now timestamptz)),
    booked as (
      insert into bookings.booking (id, line, title, rank, state, unit_id, organiser_name, headcount, starts_at, ends_at,
        ended_at, closed_at, created_at)
      select id, line, title, rank, state, "unitId", "organiserName", headcount, "from", "to",
        case when state = 'ENDED' then "to" end, case when state <> 'CONFIRMED' then least("to", now) end, least("from", now)
      from given
      on conflict (bureau_id, id) do update set title = excluded.title, rank = excluded.rank, unit_id = excluded.unit_id,
        organiser_name = excluded.organiser_name, headcount = excluded.headcount, starts_at = excluded.starts_at,
        ends_at = excluded.ends_at, ended_at = excluded.ended_at, closed_at = excluded.closed_at),
    unclaimed as (delete from bookings.claim c using given g where c.bureau_id = kernel.bureau() and c.booking_id = g.id
      and c.resource_id <> all(g."resourceIds")),
    claimed as (insert into bookings.claim (booking_id, resource_id) select id, unnest("resourceIds") from given
      on conflict (bureau_id, booking_id, resource_id) do nothing)
    insert into bookings.hold (booking_id, resource_id, pieces, occupied)
    select id, unnest("resourceIds"), int4range(1, 2), tstzrange("from", "to") from given where not closed`.execute(
    ctx.db,
  )
}
