import { unlessWithSeries } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import { findMailAddresses, tell } from '#platform/notifications/server/api.ts'
import type { invitationActions } from '../../actions/invitation-actions.ts'
import { sayMeetingTime } from '../../document/say-meeting-time.ts'
import { meetingsNotices } from '../../notices.ts'
import { findListed, lockListed } from '../attendance/find-list.ts'
import { emitFor, findMeeting } from '../find-meeting.ts'
import { type MeetingSelection, selectMeetings } from '../select-meetings.ts'
import { inviteToSeries } from './invite-to-series.ts'
import { writeInvitation } from './write-invitation.ts'

type Actions = typeof invitationActions

/** @throws Problem 403, 404 */
export async function readInvitations(
  ctx: Ctx,
  { meetingId }: InputOf<Actions['readInvitations']>,
): Promise<OutputOf<Actions['readInvitations']>> {
  const meeting = await findListed(ctx, meetingId)
  const people = await knownOf(ctx, meetingId)
  const sent = await ctx.db
    .selectFrom('meetings.invitation')
    .select(['sent_at', 'sent_by'])
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  const mails = await findMailAddresses(ctx, ids(people))
  return {
    sentAt: sent?.sent_at ?? null,
    sentBy: sent?.sent_by ?? null,
    known: people.length,
    withMail: mails.size,
    can: { send: people.length > 0 && refusalOf(ctx, meeting) === null },
  }
}

/** Invites everybody on the list who is in the directory; from then on they hear of moves too. @throws Problem 403, 404, 409 */
export async function sendInvitations(
  ctx: Ctx,
  { meetingId }: InputOf<Actions['sendInvitations']>,
): Promise<OutputOf<Actions['sendInvitations']>> {
  const meeting = await lockListed(ctx, meetingId)
  const refusal = refusalOf(ctx, meeting)
  if (refusal) throw new Problem(409, refusal)
  const values = { sent_at: ctx.now, sent_by: ctx.actor.name }
  await ctx.db
    .insertInto('meetings.invitation')
    .values({ meeting_id: meetingId, ...values })
    .onConflict((clash) => clash.columns(['bureau_id', 'meeting_id']).doUpdateSet(values))
    .execute()
  const sent = await inviteAll(ctx, meeting, ctx.actor.userId)
  if (sent.told === 0) throw new Problem(409, 'meetings.nobody_to_invite')
  await emitFor(ctx, meetingId, 'meetings.invited', { after: sent })
  return sent
}

function refusalOf(ctx: Ctx, meeting: MeetingSelection): string | null {
  if (meeting.state === 'WAITING') return 'meetings.not_held'
  const open = meeting.state === 'CONFIRMED' || meeting.state === 'CHECKED_IN' || meeting.state === 'OFFERED'
  return open && ctx.now < new Date(meeting.ends_at) ? null : 'meetings.invite_over'
}

interface Known {
  id: string
  name: string
}
const ids = (people: readonly Known[]) => people.map(({ id }) => id)

async function knownOf(ctx: Ctx, meetingId: string): Promise<Known[]> {
  const rows = await ctx.db
    .selectFrom('meetings.participant')
    .select(['person_id', 'name'])
    .where('meeting_id', '=', meetingId)
    .where('person_id', 'is not', null)
    .orderBy('position')
    .execute()
  return rows.map(({ person_id, name }) => ({ id: person_id!, name }))
}

/** Tells each of them, with the invitation for their calendar in the mail. */
async function inviteAll(ctx: Ctx, meeting: MeetingSelection, by: string | null) {
  const people = await knownOf(ctx, meeting.id)
  const mails = await findMailAddresses(ctx, ids(people))
  const called = meeting.private ? meeting.number : `《${meeting.title}》`
  const time = sayMeetingTime(meeting.starts_at, meeting.ends_at)
  const place = meeting.private ? '' : (meeting.room?.name ?? '')
  let told = 0
  for (const { id, name } of people) {
    const mail = mails.get(id)
    const calendar = await writeInvitation(ctx, meeting, mail ? [{ name, mail }] : [])
    const off = calendar.method === 'CANCEL'
    told += await tell(ctx, meetingsNotices, 'meetings.invited', {
      to: { personIds: [id] },
      by,
      title: off
        ? { zh: `${called}已取消`, en: `${called} is called off` }
        : { zh: `请参加${called}`, en: `You are invited to ${called}` },
      body: { zh: [time, place].filter(Boolean).join('　'), en: [time, place].filter(Boolean).join(' ') },
      href: `/meetings/${meeting.id}`,
      subjectType: 'meetings.meeting',
      subjectId: meeting.id,
      sealed: meeting.private,
      calendar,
    })
  }
  return { told, withMail: mails.size }
}

/** Who was invited hears of another time or room, or the end of it; not of another title, which the file carries on. */
const inviteAgain: EventHandler = async (ctx, event) => {
  if (!event.subjectId) return
  const invited = await ctx.db
    .selectFrom('meetings.invitation')
    .select('meeting_id')
    .where('meeting_id', '=', event.subjectId)
    .executeTakeFirst()
  const meeting = invited
    ? await selectMeetings(ctx).where('m.booking_id', '=', event.subjectId).executeTakeFirst()
    : undefined
  if (meeting && ctx.now < new Date(meeting.ends_at)) await inviteAll(ctx, meeting, event.actorId)
}

export const followInvitations: Record<string, EventHandler[]> = {
  'bookings.moved': [unlessWithSeries(inviteAgain)],
  'bookings.series_moved': [inviteToSeries],
  'bookings.cancelled': [inviteAgain],
  'bookings.released': [inviteAgain],
  'bookings.displaced': [inviteAgain],
  'bookings.promoted': [inviteAgain],
  'bookings.offer_declined': [inviteAgain],
}

/** The invitation as a file, to be sent by other ways. @throws Problem 404 */
export async function downloadInvitation(
  ctx: Ctx,
  { meetingId }: InputOf<Actions['downloadInvitation']>,
): Promise<FileAnswer> {
  const meeting = await findMeeting(ctx, meetingId)
  const { method, content } = await writeInvitation(ctx, meeting)
  return {
    bytes: Buffer.from(content),
    mediaType: `text/calendar; charset=utf-8; method=${method}`,
    fileName: `${meeting.number}.ics`,
  }
}
