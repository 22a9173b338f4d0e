import { sql } from 'kysely'
import { readSeriesNews, saySeriesNews } from '#engines/bookings/server/api.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import { tell } from '#platform/notifications/server/api.ts'
import { meetingsNotices } from '../../notices.ts'
import { selectMeetings } from '../select-meetings.ts'
import { type Invitation, writeDates } from './write-invitation.ts'

/**
 * A series moved: everybody who was invited to any of its dates hears of it once, with the dates they are invited to
 * for their calendar.
 */
export const inviteToSeries: EventHandler = async (ctx, event) => {
  const news = await readSeriesNews(ctx, event)
  const meetings = await selectMeetings(ctx)
    .where('m.booking_id', 'in', news.bookingIds)
    .where('b.ends_at', '>', ctx.now.toISOString())
    .where('b.state', 'not in', ['CANCELLED', 'RELEASED', 'WAITING'])
    .where(
      sql<boolean>`exists (select from meetings.invitation i
        where i.bureau_id = m.bureau_id and i.meeting_id = m.booking_id)`,
    )
    .orderBy('b.starts_at')
    .execute()
  if (meetings.length === 0) return
  const invited = await ctx.db
    .selectFrom('meetings.participant')
    .select(['person_id', 'meeting_id'])
    .where(
      'meeting_id',
      'in',
      meetings.map(({ id }) => id),
    )
    .where('person_id', 'is not', null)
    .execute()
  // Mostly all are invited to the same dates.
  const written = new Map<string, Invitation>()
  for (const [personId, rows] of Map.groupBy(invited, ({ person_id }) => person_id!)) {
    const theirs = meetings.filter(({ id }) => rows.some(({ meeting_id }) => meeting_id === id))
    const first = theirs[0]!
    const closed = theirs.some((meeting) => meeting.private)
    const called = closed ? first.number : `《${first.title}》`
    const which = theirs.map(({ id }) => id).join()
    const calendar = written.get(which) ?? (await writeDates(ctx, theirs))
    written.set(which, calendar)
    await tell(ctx, meetingsNotices, 'meetings.invited', {
      to: { personIds: [personId] },
      by: event.actorId,
      title: { zh: `${called}系列改期或换会议室`, en: `The series ${called} has another time or room` },
      body: saySeriesNews(news, theirs.length, !closed),
      href: `/meetings/${first.id}`,
      subjectType: 'meetings.meeting',
      subjectId: first.id,
      sealed: closed,
      calendar,
    })
  }
}
