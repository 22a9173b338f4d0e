import { sql } from 'kysely'
import type { FeedDate, FeedSource } from '#platform/feeds/server/api.ts'

interface Row {
  id: string
  number: string
  title: string
  restricted: boolean
  place: string
  at: string
  since: string
  work: boolean
}

function dateOf(row: Row): FeedDate {
  // A leaders' order is named by its number only: calendars are shared and synchronised far away.
  const name = row.restricted ? row.number : row.title
  return {
    uid: `${row.id}-${row.work ? 'work' : 'promise'}@houqin`,
    title: row.work
      ? { zh: `办结：${name}`, en: `Finish: ${name}` }
      : { zh: `承诺办好：${name}`, en: `Promised: ${name}` },
    place: row.restricted ? '' : row.place,
    href: `/orders/${row.id}`,
    at: new Date(row.at),
    since: new Date(row.since),
  }
}

/** A person's open orders by what falls due: what is in their own hands, and what they were promised. */
export const feedOrders: FeedSource = async (ctx, { personId }) => {
  if (!personId) return []
  const { rows } = await sql<Row>`
    select o.id, o.number, o.title, o.restricted, concat_ws(' ', site.name, room.name) as place,
      case when mine.work then coalesce(o.holder_due_at, o.finish_due_at) else o.finish_due_at end as at,
      o.created_at as since, mine.work
    from orders.service_order o
    join directory.site site on site.bureau_id = o.bureau_id and site.id = o.site_id
    left join directory.room room on room.bureau_id = o.bureau_id and room.id = o.room_id
    cross join lateral (values
      (true, o.holder_role = 'WORKER' and o.holder_person_id = ${personId}),
      (false, o.requester_person_id = ${personId})) as mine (work, holds)
    where o.bureau_id = kernel.bureau() and o.finished_at is null and o.completed_at is null
      and (o.requester_person_id = ${personId} or o.holder_person_id = ${personId}) and mine.holds
      and o.finish_due_at is not null
    order by o.finish_due_at, o.id limit 500`.execute(ctx.db)
  return rows.map(dateOf)
}
