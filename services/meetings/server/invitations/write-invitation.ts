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
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  content: string
}

/**
 * The dates of a series in one file, as they are after a move: published, because a REQUEST is one date (RFC 5546). Who
 * is invited to which differs, so that the file names nobody; write it once for each set of dates.
 */
export async function writeDates(ctx: Ctx, meetings: readonly MeetingSelection[]): Promise<Invitation> {
  const method = 'PUBLISH'
  const sender = await senderOf(ctx)
  const changed = await countChanges(
    ctx,
    meetings.map(({ id }) => id),
  )
  const dates = meetings.map((meeting) => dateOf(meeting, sender, changed, []))
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
  const date = dateOf(meeting, await senderOf(ctx), await countChanges(ctx, [meeting.id]), attendees)
  const method = date.cancelled ? 'CANCEL' : 'REQUEST'
  return { method, content: writeCalendar([date], ctx.locale, '', { method }) }
}

function dateOf(
  meeting: MeetingSelection,
  sender: string,
  changed: ReadonlyMap<string, number>,
  attendees: readonly CalendarAddress[],
) {
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
    sequence: changed.get(meeting.id) ?? 0,
    cancelled: gone.includes(meeting.state),
    organiser: { name: meeting.organiser_name, mail: sender },
    attendees,
  }
}

/** RFC 5546 wants an organiser's address; without a mail server there is none that answers. */
const senderOf = async (ctx: Ctx) => (await findSenderAddress(ctx)) ?? 'meetings@houqin.invalid'

/** How often each was changed; those that never were are absent. */
async function countChanges(ctx: Ctx, meetingIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select subject_id as id, count(*)::int as count from kernel.event
    where bureau_id = kernel.bureau() and subject_id = any(${meetingIds}::uuid[]) and type = any(${changes}::text[])
    group by subject_id`.execute(ctx.db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
