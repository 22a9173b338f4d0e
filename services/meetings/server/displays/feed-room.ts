import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { type FeedDate, writeCalendar } from '#platform/feeds/server/api.ts'
import type { displayActions } from '../../actions/display-actions.ts'
import { openLink } from './open-link.ts'

interface Row {
  id: string
  title: string
  private: boolean
  starts_at: string
  ends_at: string
  created_at: string
}

const taken = text('已占用', 'Taken')

/** The bookings of a room from a month ago on, for calendars that subscribe; private ones only as taken. */
export async function openRoomFeed(
  ctx: Ctx,
  { code }: InputOf<(typeof displayActions)['openRoomFeed']>,
): Promise<FileAnswer> {
  const room = await openLink(ctx, 'FEED', code.replace(/\.ics$/, ''))
  const { rows } = await sql<Row>`
    select b.id, b.title, b.private, b.starts_at, b.ends_at, b.created_at
    from bookings.claim c join bookings.booking b on b.bureau_id = c.bureau_id and b.id = c.booking_id
    where c.bureau_id = kernel.bureau() and c.resource_id = ${room.roomId}
      and b.state in ('CONFIRMED', 'OFFERED', 'CHECKED_IN', 'ENDED')
      and b.ends_at > ${ctx.now}::timestamptz - interval '31 days'
    order by b.starts_at, b.id limit 1000`.execute(ctx.db)
  const place = `${room.site} ${room.name}`
  const dates = rows.map(
    (row): FeedDate => ({
      uid: `${row.id}-room@houqin`,
      title: row.private ? taken : { zh: row.title, en: row.title },
      place,
      href: `/meetings/rooms/${room.roomId}`,
      at: new Date(row.starts_at),
      until: new Date(row.ends_at),
      since: new Date(row.created_at),
    }),
  )
  const words = writeCalendar(dates, ctx.locale, '', { name: { zh: room.name, en: room.name } })
  return {
    bytes: Buffer.from(words),
    mediaType: 'text/calendar; charset=utf-8',
    fileName: 'room.ics',
    disposition: 'inline',
    etag: `"${createHash('sha256').update(words).digest('base64url')}"`,
  }
}
