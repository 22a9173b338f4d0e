import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { type CalendarAddress, writeCalendar } from '#platform/feeds/server/api.ts'
import { findSenderAddress } from '#platform/notifications/server/api.ts'
import type { MeetingSelection } from '../select-meetings.ts'

/** Whatever changes what an invitation says. */
const changes = [
  ...['bookings.moved', 'bookings.changed', 'bookings.cancelled', 'bookings.released', 'bookings.promoted'],
  ...['bookings.displaced', 'bookings.offer_accepted', 'bookings.offer_declined'],
]
const gone = ['CANCELLED', 'RELEASED', 'WAITING']

export interface Invitation {
  method: 'REQUEST' | 'CANCEL'
  content: string
}

/** Every date of a series in one file, as they are after a move. */
export async function writeInvitations(
  ctx: Ctx,
  meetings: readonly MeetingSelection[],
  attendees: readonly CalendarAddress[],
): Promise<Invitation> {
  const method = 'REQUEST'
  const dates = []
  for (const meeting of meetings) dates.push(await dateOf(ctx, meeting, attendees))
  return { method, content: writeCalendar(dates, ctx.locale, '', { method }) }
}

/**
 * A meeting as an invitation. Its UID stays, its SEQUENCE is the number of changes so far, so that it rises with every
 * move; once called off it takes the date away. A private meeting names neither title nor room.
 */
export async function writeInvitation(
  ctx: Ctx,
  meeting: MeetingSelection,
  attendees: readonly CalendarAddress[] = [],
): Promise<Invitation> {
  const date = await dateOf(ctx, meeting, attendees)
  const method = date.cancelled ? 'CANCEL' : 'REQUEST'
  return { method, content: writeCalendar([date], ctx.locale, '', { method }) }
}

async function dateOf(ctx: Ctx, meeting: MeetingSelection, attendees: readonly CalendarAddress[]) {
  const title = meeting.private
    ? { zh: `会议 ${meeting.number}`, en: `Meeting ${meeting.number}` }
    : { zh: meeting.title, en: meeting.title }
  const { room } = meeting
  const place = meeting.private || !room ? '' : [room.siteName, room.name].filter(Boolean).join(' ')
  return {
    uid: `${meeting.id}-meeting@houqin`,
    title,
    place,
    href: `/meetings/${meeting.id}` as const,
    at: new Date(meeting.starts_at),
    until: new Date(meeting.ends_at),
    since: new Date(meeting.created_at),
    sequence: await countChanges(ctx, meeting.id),
    cancelled: gone.includes(meeting.state),
    organiser: {
      name: meeting.organiser_name,
      // RFC 5546 wants one; without a mail server there is none that answers.
      mail: (await findSenderAddress(ctx)) ?? 'meetings@houqin.invalid',
    },
    attendees,
  }
}

async function countChanges(ctx: Ctx, meetingId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from kernel.event
    where bureau_id = kernel.bureau() and subject_id = ${meetingId} and type = any(${changes}::text[])`.execute(
    ctx.db,
  )
  return rows[0]!.count
}
