import { sql } from 'kysely'
import { readSeriesNews, saySeriesNews } from '#engines/bookings/server/api.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import { findMailAddresses, tell } from '#platform/notifications/server/api.ts'
import { meetingsNotices } from '../../notices.ts'
import { selectMeetings } from '../select-meetings.ts'
import { writeInvitations } from './write-invitation.ts'

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
    .select(['person_id', 'name', 'meeting_id'])
    .where(
      'meeting_id',
      'in',
      meetings.map(({ id }) => id),
    )
    .where('person_id', 'is not', null)
    .execute()
  const mails = await findMailAddresses(ctx, [...new Set(invited.map(({ person_id }) => person_id!))])
  for (const [personId, rows] of Map.groupBy(invited, ({ person_id }) => person_id!)) {
    const theirs = meetings.filter(({ id }) => rows.some(({ meeting_id }) => meeting_id === id))
    const first = theirs[0]!
    const closed = theirs.some((meeting) => meeting.private)
    const called = closed ? first.number : `《${first.title}》`
    const mail = mails.get(personId)
    await tell(ctx, meetingsNotices, 'meetings.invited', {
      to: { personIds: [personId] },
      by: event.actorId,
      title: { zh: `${called}系列改期或换会议室`, en: `The series ${called} has another time or room` },
      body: saySeriesNews(news, theirs.length, !closed),
      href: `/meetings/${first.id}`,
      subjectType: 'meetings.meeting',
      subjectId: first.id,
      sealed: closed,
      calendar: await writeInvitations(ctx, theirs, mail ? [{ name: rows[0]!.name, mail }] : []),
    })
  }
}
