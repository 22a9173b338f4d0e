import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { FeedDate, FeedSource } from '#platform/feeds/server/api.ts'
import { hrefOf } from './select-bookings.ts'

/** A booking somebody takes part in without having made it, as its service knows. */
export interface FurtherBooking {
  bookingId: string
  /** What it is called where its title is private: calendars are shared and synchronised far away. */
  called: Text
}
/** Further bookings of a person: a service hands them in. */
export type FurtherBookings = (ctx: Ctx, personId: string) => Promise<FurtherBooking[]>

interface Row {
  id: string
  line: string
  title: string
  private: boolean
  own: boolean
  place: string | null
  starts_at: string
  ends_at: string
  created_at: string
}

/** A person's bookings of the last month and all to come: their own, and those the services say they take part in. */
export function feedBookings(others: readonly FurtherBookings[]): FeedSource {
  return async (ctx, { personId }) => {
    if (!personId) return []
    const called = new Map<string, Text>()
    for (const further of others)
      for (const one of await further(ctx, personId)) called.set(one.bookingId, one.called)
    const { rows } = await sql<Row>`
      select b.id, b.line, b.title, b.private, b.organiser_person_id is not distinct from ${personId}::uuid as own,
        b.starts_at, b.ends_at, b.created_at,
        (select string_agg(r.name, '、' order by r.name) from bookings.claim c
          join bookings.resource r on r.bureau_id = c.bureau_id and r.id = c.resource_id
          where c.bureau_id = b.bureau_id and c.booking_id = b.id and r.kind <> 'EQUIPMENT') as place
      from bookings.booking b
      where b.bureau_id = kernel.bureau()
        and (b.organiser_person_id = ${personId} or b.id = any(${[...called.keys()]}::uuid[]))
        and b.state in ('CONFIRMED', 'OFFERED', 'CHECKED_IN', 'ENDED') and b.ends_at > ${ctx.now}::timestamptz - interval '31 days'
      order by b.starts_at, b.id limit 500`.execute(ctx.db)
    return rows.map((row) => dateOf(row, called.get(row.id)))
  }
}

function dateOf(row: Row, called: Text | undefined): FeedDate {
  const sealed = row.private && !row.own
  return {
    uid: `${row.id}-booking@houqin`,
    title: sealed && called ? called : { zh: row.title, en: row.title },
    place: sealed ? '' : (row.place ?? ''),
    href: hrefOf(row.line, row.id),
    at: new Date(row.starts_at),
    until: new Date(row.ends_at),
    since: new Date(row.created_at),
  }
}
