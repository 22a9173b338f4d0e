import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { majorEventActions } from '../../actions/major-event-actions.ts'
import { type PastedPerson, readPastedList } from '../../read-pasted-list.ts'
import { selectMeetings } from '../select-meetings.ts'
import { emitOf, lockEvent } from './find-event.ts'

type Actions = typeof majorEventActions

/** Puts meetings into an event; those in it already stay. @throws Problem 404, 409 `meetings.in_other_event`, 422 */
export async function addEventMeetings(
  ctx: Ctx,
  { eventId, meetingIds }: InputOf<Actions['addEventMeetings']>,
): Promise<OutputOf<Actions['addEventMeetings']>> {
  await lockEvent(ctx, eventId)
  const found = await selectMeetings(ctx)
    .where('m.booking_id', 'in', [...meetingIds])
    .execute()
  if (found.length < meetingIds.length)
    throw new Problem(422, 'meetings.unknown_meeting', { path: 'meetingIds' })
  const added = await ctx.db
    .insertInto('meetings.event_meeting')
    .values(meetingIds.map((meeting_id) => ({ event_id: eventId, meeting_id })))
    .onConflict((clash) => clash.doNothing())
    .returning('meeting_id')
    .execute()
  await requireOurs(ctx, eventId, meetingIds)
  const ids = added.map(({ meeting_id }) => meeting_id)
  if (ids.length > 0)
    await emitOf(ctx, eventId, 'meetings.event_meetings_added', { after: { meetingIds: ids } })
  return { added: ids.length }
}

async function requireOurs(ctx: Ctx, eventId: string, meetingIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ title: string; event: string }>`
    select case when b.private then m.number else b.title end as title, e.title as event
    from meetings.event_meeting x
    join meetings.major_event e on e.bureau_id = x.bureau_id and e.id = x.event_id
    join meetings.meeting m on m.bureau_id = x.bureau_id and m.booking_id = x.meeting_id
    join bookings.booking b on b.bureau_id = x.bureau_id and b.id = x.meeting_id
    where x.bureau_id = kernel.bureau() and x.meeting_id = any(${[...meetingIds]}::uuid[])
      and x.event_id <> ${eventId} limit 1`.execute(ctx.db)
  const [other] = rows
  if (other) throw new Problem(409, 'meetings.in_other_event', { params: { ...other }, path: 'meetingIds' })
}

/** @throws Problem 404, 409 */
export async function removeEventMeeting(
  ctx: Ctx,
  { eventId, meetingId }: InputOf<Actions['removeEventMeeting']>,
): Promise<OutputOf<Actions['removeEventMeeting']>> {
  await lockEvent(ctx, eventId)
  const gone = await ctx.db
    .deleteFrom('meetings.event_meeting')
    .where('event_id', '=', eventId)
    .where('meeting_id', '=', meetingId)
    .returning('meeting_id')
    .executeTakeFirst()
  if (!gone) throw new Problem(404, 'kernel.not_found')
  await emitOf(ctx, eventId, 'meetings.event_meeting_removed', { before: { meetingId } })
  return done
}

const mostGuests = 5000

/** Guests typed or pasted; the same again adds nobody. @throws Problem 404, 409, 422 */
export async function addGuests(
  ctx: Ctx,
  { eventId, items = [], list }: InputOf<Actions['addGuests']>,
): Promise<OutputOf<Actions['addGuests']>> {
  await lockEvent(ctx, eventId)
  const pasted = list ? readPastedList(list, await unitNames(ctx)) : { people: [], unread: [] }
  const given = items.map(({ name, unit }) => ({ name: name.trim(), unit: unit?.trim() ?? '' }))
  const people: Pick<PastedPerson, 'name' | 'unit'>[] = [...given, ...pasted.people]
  if (people.length > mostGuests)
    throw new Problem(422, 'meetings.list_full', { params: { most: mostGuests }, path: 'list' })
  const added =
    people.length === 0
      ? []
      : await ctx.db
          .insertInto('meetings.event_guest')
          .values(people.map(({ name, unit }) => ({ event_id: eventId, name, unit_name: unit })))
          .onConflict((clash) => clash.doNothing())
          .returning('id')
          .execute()
  if (added.length > 0)
    await emitOf(ctx, eventId, 'meetings.guests_added', { after: { added: added.length } })
  return { added: added.length, repeated: people.length - added.length, unread: pasted.unread }
}

async function unitNames(ctx: Ctx): Promise<Set<string>> {
  const units = await ctx.db.selectFrom('directory.unit').select('name').execute()
  return new Set(units.map(({ name }) => name))
}

/** @throws Problem 404, 409 */
export async function removeGuest(
  ctx: Ctx,
  { eventId, guestId }: InputOf<Actions['removeGuest']>,
): Promise<OutputOf<Actions['removeGuest']>> {
  await lockEvent(ctx, eventId)
  const gone = await ctx.db
    .deleteFrom('meetings.event_guest')
    .where('event_id', '=', eventId)
    .where('id', '=', guestId)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw new Problem(404, 'kernel.not_found')
  await emitOf(ctx, eventId, 'meetings.guest_removed', { before: { guestId } })
  return done
}
