import { sql } from 'kysely'
import type { FeedDate, FeedSource } from '#platform/feeds/server/api.ts'
import { hrefOf } from './select-bookings.ts'

interface Row {
  id: string
  line: string
  title: string
  place: string
  starts_at: string
  ends_at: string
  created_at: string
}

/** A person's own bookings of the last month and all to come. */
export const feedBookings: FeedSource = async (ctx, { personId }) => {
  if (!personId) return []
  const { rows } = await sql<Row>`
    select b.id, b.line, b.title, b.starts_at, b.ends_at, b.created_at,
      (select string_agg(r.name, '、' order by r.name) from bookings.claim c
        join bookings.resource r on r.bureau_id = c.bureau_id and r.id = c.resource_id
        where c.bureau_id = b.bureau_id and c.booking_id = b.id and r.kind <> 'EQUIPMENT') as place
    from bookings.booking b
    where b.bureau_id = kernel.bureau() and b.organiser_person_id = ${personId}
      and b.state in ('CONFIRMED', 'OFFERED', 'CHECKED_IN', 'ENDED') and b.ends_at > ${ctx.now}::timestamptz - interval '31 days'
    order by b.starts_at, b.id limit 500`.execute(ctx.db)
  return rows.map(dateOf)
}

function dateOf(row: Row): FeedDate {
  return {
    uid: `${row.id}-booking@houqin`,
    title: { zh: row.title, en: row.title },
    place: row.place ?? '',
    href: hrefOf(row.line, row.id),
    at: new Date(row.starts_at),
    until: new Date(row.ends_at),
    since: new Date(row.created_at),
  }
}
