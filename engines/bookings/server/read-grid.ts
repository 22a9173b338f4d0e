import { sql } from 'kysely'
import { dayNumber } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { WrittenAnswer } from '#kernel/server/written-answer.ts'
import type { bookings } from '../module.ts'
import type { GridItem } from '../schema.ts'
import { readBlackouts } from './blackouts.ts'
import { mayMove } from './booking-can.ts'
import { type GridFacts, gridVersion, keepGrid, keptGrid } from './keep-grids.ts'
import { resourceRowOf, selectResources } from './list-resources.ts'
import { readableBookings } from './policy.ts'
import { hrefOf } from './select-bookings.ts'

type Action = (typeof bookings.actions)['readGrid']

const mostDays = 42
const mostResources = 300

interface Row {
  booking_id: string
  resource_id: string
  pieces: number
  title: string
  readable: boolean
  rank: GridItem['rank']
  state: GridItem['state']
  line: string
  starts_at: string
  ends_at: string
  /** Null without a buffer. */
  occupied_from: string | null
  occupied_to: string | null
  unit_id: string
  unit_name: string
  organiser_name: string
  organiser_person_id: string | null
  series_id: string | null
}

/**
 * Resources of a kind and what is taken of them over some days. Many look at the same days at once, and again whenever
 * somebody books: the answer is written once and kept for as long as the database says that nothing in it has changed.
 */
export async function readGrid(ctx: Ctx, input: InputOf<Action>): Promise<WrittenAnswer<OutputOf<Action>>> {
  const to = input.to ?? input.from
  const days = dayNumber(to) - dayNumber(input.from)
  if (days < 0 || days >= mostDays) throw new Problem(400, 'kernel.invalid_input', { path: 'to' })
  const asked = { ...input, to }
  const { bureauId } = ctx
  const { from, kind, siteId, resourceId } = asked
  const key = JSON.stringify([bureauId, kind, from, to, siteId ?? null, resourceId ?? []])
  // Before the rows are read: they may be newer than their version then, and never older.
  const version = await gridVersion(ctx, from, to)
  const known = keptGrid(ctx, key, version)
  if (known) return known
  const { answer, rows } = await makeGrid(ctx, asked)
  const written = new WrittenAnswer(answer)
  keepGrid(ctx, key, version, factsOf(ctx, rows), written)
  return written
}

async function makeGrid(ctx: Ctx, { from, to, ...wanted }: InputOf<Action> & { to: string }) {
  let query = selectResources(ctx).where('r.kind', '=', wanted.kind).where('r.closed_at', 'is', null)
  if (wanted.siteId) query = query.where('r.site_id', '=', wanted.siteId)
  if (wanted.resourceId?.length) query = query.where('r.id', 'in', wanted.resourceId)
  const resources = await query.orderBy('r.code').limit(mostResources).execute()
  const ids = resources.map(({ id }) => id)
  const window = sql`tstzrange(${from}::date::timestamp at time zone 'Asia/Shanghai',
    (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
  const { rows } = await sql<Row>`
    select h.booking_id, h.resource_id, upper(h.pieces) - lower(h.pieces) as pieces, b.title,
      ${readableBookings(ctx)} as readable, b.rank, b.state, b.line, b.starts_at, b.ends_at,
      nullif(lower(h.occupied), b.starts_at) as occupied_from,
      nullif(upper(h.occupied), b.ends_at) as occupied_to, b.unit_id, unit.name as unit_name, b.organiser_name,
      b.organiser_person_id, b.series_id
    from bookings.holds_of(${ids}::uuid[], ${window}) h
    join bookings.booking b on b.bureau_id = h.bureau_id and b.id = h.booking_id
    join directory.unit unit on unit.bureau_id = b.bureau_id and unit.id = b.unit_id
    order by lower(h.occupied), h.id`.execute(ctx.db)
  const answer: OutputOf<Action> = {
    resources: resources.map((row) => resourceRowOf(ctx, row)),
    items: rows.map((row) => itemOf(ctx, row)),
    blackouts: await readBlackouts(ctx, ids, window),
  }
  return { answer, rows }
}

/** What may be done with a booking changes by itself when it ends. */
function factsOf(ctx: Ctx, rows: readonly Row[]): GridFacts {
  const now = ctx.now.getTime()
  const ends = rows.map(({ ends_at }) => Date.parse(ends_at)).filter((end) => end > now)
  return {
    organisers: new Set(rows.flatMap(({ organiser_person_id }) => organiser_person_id ?? [])),
    units: new Set(rows.map(({ unit_id }) => unit_id)),
    from: now,
    until: Math.min(...ends),
  }
}

function itemOf(ctx: Ctx, row: Row): GridItem {
  const hidden = !row.readable
  return {
    bookingId: row.booking_id,
    resourceId: row.resource_id,
    pieces: row.pieces,
    title: hidden ? ctx.say(text('已占用', 'Taken')) : row.title,
    hidden,
    rank: row.rank,
    state: row.state,
    line: row.line,
    from: row.starts_at,
    to: row.ends_at,
    ...(row.occupied_from ? { occupiedFrom: row.occupied_from } : {}),
    ...(row.occupied_to ? { occupiedTo: row.occupied_to } : {}),
    unitName: hidden ? null : row.unit_name,
    organiserName: hidden ? null : row.organiser_name,
    mine: row.organiser_person_id !== null && row.organiser_person_id === ctx.actor.personId,
    can: { move: mayMove(ctx, row) },
    ...(row.series_id ? { seriesId: row.series_id } : {}),
    href: hrefOf(row.line, row.booking_id),
  }
}
