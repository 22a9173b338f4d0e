import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { plannedOnce } from '#kernel/database/planned-once.ts'
import type { FoundPieces } from './find-pieces.ts'

/** A booking about to be written. `found` null: it waits and holds nothing. */
export interface Writing {
  id: string
  line: string
  title: string
  private: boolean
  rank: string
  state: string
  unitId: string
  organiserPersonId: string | null
  organiserName: string
  headcount: number | null
  from: Date
  to: Date
  claims: readonly { resourceId: string; quantity: number }[]
  found: readonly FoundPieces[] | null
  seriesId?: string | null
  seriesDay?: string | null
  closedAt?: Date | null
}

/** Writes bookings with what they claim and hold, one round trip for all. @throws Problem 409 `bookings.conflict` */
export async function writeBookings(ctx: Ctx, bookings: readonly Writing[]): Promise<void> {
  const rows = bookings.map((one) => ({
    ...one,
    claims: undefined,
    found: undefined,
    waiting: one.state === 'WAITING' ? ctx.now : null,
    now: ctx.now,
  }))
  const claims = bookings.flatMap(({ id, claims }) => claims.map((claim) => ({ id, ...claim })))
  const holds = bookings.flatMap(({ id, found }) => holdRows(id, found ?? []))
  const { rows: written } = await sql<{ count: number }>`
    with booked as (
      insert into bookings.booking (id, line, title, private, rank, state, unit_id, organiser_person_id, organiser_name,
        headcount, starts_at, ends_at, series_id, series_day, waiting_since, closed_at, created_at)
      select id, line, title, private, rank, state, "unitId", "organiserPersonId", "organiserName", headcount, "from",
        "to", "seriesId", "seriesDay", waiting, "closedAt", now
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (id uuid, line text, title text, private boolean,
        rank text, state text, "unitId" uuid, "organiserPersonId" uuid, "organiserName" text, headcount integer,
        "from" timestamptz, "to" timestamptz, "seriesId" uuid, "seriesDay" date, waiting timestamptz,
        "closedAt" timestamptz, now timestamptz)
    ), claimed as (
      insert into bookings.claim (booking_id, resource_id, quantity)
      select id, "resourceId", quantity from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb)
        as (id uuid, "resourceId" uuid, quantity integer)
    ), held as (${insertHolds(holds)})
    select count(*)::int as count from held ${plannedOnce}`.execute(ctx.db)
  if (written[0]!.count < holds.length) throw taken(bookings.flatMap(({ found }) => found ?? []))
}

/** Gives one booking what was found for it. @throws Problem 409 `bookings.conflict` */
export async function holdPieces(ctx: Ctx, bookingId: string, found: readonly FoundPieces[]): Promise<void> {
  const holds = holdRows(bookingId, found)
  const { rows } = await sql<{ id: string }>`${insertHolds(holds)}`.execute(ctx.db)
  if (rows.length < holds.length) throw taken(found)
}

function holdRows(id: string, found: readonly FoundPieces[]) {
  return found.flatMap(({ resourceId, pieces, occupied }) =>
    (pieces ?? []).map(([first, end]) => ({
      id,
      resourceId,
      first,
      end,
      from: occupied.from,
      to: occupied.to,
    })),
  )
}

// With `do nothing` two that race do not wait for each other in a circle: the second learns that it is taken.
function insertHolds(holds: ReturnType<typeof holdRows>) {
  return sql`
    insert into bookings.hold (booking_id, resource_id, pieces, occupied)
    select id, "resourceId", int4range(first, "end"), tstzrange("from", "to")
    from jsonb_to_recordset(${JSON.stringify(holds)}::jsonb) as (id uuid, "resourceId" uuid, first integer,
      "end" integer, "from" timestamptz, "to" timestamptz)
    on conflict on constraint never_twice do nothing
    returning id`
}

/** Only where somebody wrote past the locks: the constraint has refused it. */
function taken(found: readonly FoundPieces[]): Problem {
  const [first] = found
  return new Problem(409, 'bookings.conflict', {
    params: { resource: first?.name ?? '', from: first?.occupied.from ?? '', to: first?.occupied.to ?? '' },
    extra: { alternatives: [] },
  })
}
