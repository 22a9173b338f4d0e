import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { DeliveredEvent, EventHandler } from '#kernel/server-module.ts'
import { tell } from '#platform/notifications/server/api.ts'
import { bookingNotices } from '../notices.ts'
import { saySpan } from './say-spans.ts'
import { hrefOf } from './select-bookings.ts'
import { readSeriesNews, saySeriesNews, unlessWithSeries } from './series-news.ts'

interface NewsBooking {
  id: string
  line: string
  title: string
  organiser_person_id: string | null
  starts_at: string
  ends_at: string
  places: string
  state: string
}

async function readNews(ctx: Ctx, id: string): Promise<NewsBooking | undefined> {
  const { rows } = await sql<NewsBooking>`
    select b.id, b.line, b.title, b.organiser_person_id, b.starts_at, b.ends_at, b.state,
      coalesce((select string_agg(r.name, '、' order by r.name) from bookings.claim c
        join bookings.resource r on r.bureau_id = c.bureau_id and r.id = c.resource_id
        where c.bureau_id = b.bureau_id and c.booking_id = b.id), '') as places
    from bookings.booking b where b.bureau_id = kernel.bureau() and b.id = ${id}`.execute(ctx.db)
  return rows[0]
}

type Notice = keyof typeof bookingNotices

/** Tells the organiser, unless it was their own deed. */
function toOrganiser(
  type: Notice,
  words: (booking: NewsBooking, event: DeliveredEvent) => { title: Text; body?: Text } | null,
): EventHandler {
  return async (ctx, event) => {
    const booking = event.subjectId ? await readNews(ctx, event.subjectId) : undefined
    if (!booking?.organiser_person_id) return
    const news = words(booking, event)
    if (!news) return
    const { from, to } = saySpan(new Date(booking.starts_at), new Date(booking.ends_at))
    const when = `${booking.places} ${from}—${to}`
    await tell(ctx, bookingNotices, type, {
      to: { personIds: [booking.organiser_person_id] },
      body: { zh: when, en: when },
      ...news,
      by: event.actorId,
      href: hrefOf(booking.line, booking.id),
      subjectType: 'bookings.booking',
      subjectId: booking.id,
    })
  }
}

const named = ({ title }: NewsBooking, zh: string, en: string): Text => ({
  zh: `“${title}”${zh}`,
  en: `“${title}” ${en}`,
})
const because = (event: DeliveredEvent): { body?: Text } =>
  event.reason ? { body: { zh: event.reason, en: event.reason } } : {}

/** One word for all dates of a series that moved, to each organiser they have. */
const tellOfSeries: EventHandler = async (ctx, event) => {
  const news = await readSeriesNews(ctx, event)
  const rows = await ctx.db
    .selectFrom('bookings.booking')
    .select(['id', 'line', 'title', 'organiser_person_id'])
    .where('id', 'in', news.bookingIds)
    .where('organiser_person_id', 'is not', null)
    .orderBy('starts_at')
    .execute()
  for (const [personId, [first, ...more]] of Map.groupBy(rows, (row) => row.organiser_person_id!))
    await tell(ctx, bookingNotices, 'bookings.moved', {
      to: { personIds: [personId] },
      title: {
        zh: `系列“${first!.title}”时间或地点已更改`,
        en: `The series “${first!.title}” was moved`,
      },
      body: saySeriesNews(news, more.length + 1),
      by: event.actorId,
      href: hrefOf(first!.line, first!.id),
      subjectType: 'bookings.booking',
      subjectId: first!.id,
    })
}

/** Who is told of what happens to a booking; event → what tells of it. */
export const tellOfBookings: Record<string, EventHandler[]> = {
  'bookings.promoted': [
    toOrganiser('bookings.promoted', (booking) => ({
      title: named(booking, '候补已转正', 'has its place now'),
    })),
  ],
  'bookings.displaced': [
    toOrganiser('bookings.displaced', (booking, event) => {
      const offered = booking.state === 'OFFERED'
      const { from, to } = saySpan(new Date(booking.starts_at), new Date(booking.ends_at))
      const place = `${booking.places} ${from}—${to}`
      const why = event.reason ?? ''
      return {
        title: named(booking, '要为更重要的活动让位', 'has to give way to something more important'),
        body: offered
          ? {
              zh: `原因：${why}。为您改派：${place}，请答复`,
              en: `${why}. Offered instead: ${place}; please answer`,
            }
          : { zh: `原因：${why}。已排在候补最前`, en: `${why}. It stands first in the waiting list` },
      }
    }),
  ],
  'bookings.released': [
    toOrganiser('bookings.released', (booking, event) => ({
      title: named(booking, '无人签到，已释放', 'was released, as nobody checked in'),
      ...because(event),
    })),
  ],
  'bookings.moved': [
    unlessWithSeries(
      toOrganiser('bookings.moved', (booking) => ({
        title: named(booking, '时间或地点已更改', 'was moved'),
      })),
    ),
  ],
  'bookings.series_moved': [tellOfSeries],
  'bookings.cancelled': [
    toOrganiser('bookings.cancelled', (booking, event) => ({
      title: named(booking, '已取消', 'was cancelled'),
      ...because(event),
    })),
  ],
  'bookings.check_in_due': [
    toOrganiser('bookings.check_in_due', (booking) => ({
      title: named(booking, '已开始，请签到', 'has begun; check in'),
    })),
  ],
}
