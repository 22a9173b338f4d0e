import { sql } from 'kysely'
import { arrive, createBooking, endBooking } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { createContext, systemActor } from '#kernel/create-context.ts'
import type { displayActions } from '../../actions/display-actions.ts'
import { doorScreen, shortestWalkUp, walkUpTitle } from '../../display-words.ts'
import { line } from '../../words.ts'
import { addMeeting } from '../book-meeting.ts'
import { emitFor } from '../find-meeting.ts'
import { type LinkedRoom, openLink } from './open-link.ts'

type Actions = typeof displayActions

/** Says at the door that people are there. @throws Problem 404, 410, 409 `bookings.not_yet`, `bookings.over` */
export async function checkInAtDoor(
  ctx: Ctx,
  { code, bookingId }: InputOf<Actions['checkInAtDoor']>,
): Promise<OutputOf<Actions['checkInAtDoor']>> {
  const room = await openLink(ctx, 'DISPLAY', code)
  await requireHeld(ctx, room, bookingId)
  await arrive(ctx, bookingId)
  return done
}

async function requireHeld(ctx: Ctx, { roomId }: LinkedRoom, bookingId: string): Promise<void> {
  const held = await ctx.db
    .selectFrom('bookings.hold')
    .select('id')
    .where('resource_id', '=', roomId)
    .where('booking_id', '=', bookingId)
    .executeTakeFirst()
  if (!held) throw new Problem(404, 'meetings.not_this_room', { path: 'bookingId' })
}

/**
 * Takes the free room from now on, for as long as wished or until the next meeting; in use at once.
 * @throws Problem 404, 410, 409 `bookings.conflict`, `meetings.too_little_time`
 */
export async function bookAtDoor(
  ctx: Ctx,
  { code, minutes }: InputOf<Actions['bookAtDoor']>,
): Promise<OutputOf<Actions['bookAtDoor']>> {
  const room = await openLink(ctx, 'DISPLAY', code)
  const door = asDoor(ctx)
  const to = await latestEnd(ctx, room, minutes)
  const { id } = await createBooking(door, {
    line,
    title: walkUpTitle.zh,
    from: ctx.now,
    to,
    claims: [{ resourceId: room.roomId, quantity: 1 }],
    unitId: await unitOfRoom(ctx, room),
  })
  await addMeeting(door, id, ctx.now, {})
  await ctx.db.insertInto('meetings.walk_up').values({ meeting_id: id, room_link_id: room.linkId }).execute()
  await arrive(door, id)
  await emitFor(door, id, 'meetings.booked_at_door', { after: { room: room.name, minutes } })
  return { id }
}

/** Gives back what was booked on this screen. @throws Problem 404, 410, 409 */
export async function endAtDoor(
  ctx: Ctx,
  { code, bookingId }: InputOf<Actions['endAtDoor']>,
): Promise<OutputOf<Actions['endAtDoor']>> {
  const { linkId } = await openLink(ctx, 'DISPLAY', code)
  const here = await ctx.db
    .selectFrom('meetings.walk_up')
    .select('meeting_id')
    .where('meeting_id', '=', bookingId)
    .where('room_link_id', '=', linkId)
    .executeTakeFirst()
  if (!here) throw new Problem(404, 'meetings.not_from_here', { path: 'bookingId' })
  return endBooking(asDoor(ctx), { bookingId })
}

/** Nobody is signed in at a door: the screen itself books and ends, and the history says so. */
function asDoor(ctx: Ctx): Ctx {
  const { db, bureauId, locale, requestId, now } = ctx
  const actor = { ...systemActor, name: doorScreen.zh }
  return createContext({ db, bureauId, actor, locale, requestId, now })
}

const minute = 60_000

/** As long as wished, or until what comes next with its buffers. @throws Problem 409 when that is next to nothing */
async function latestEnd(ctx: Ctx, { roomId }: LinkedRoom, minutes: number): Promise<Date> {
  const { rows } = await sql<{ next: string | null }>`
    select least(
      (select min(lower(h.occupied)) - make_interval(mins => coalesce((select p.buffer_after_minutes
          from bookings.policy p where p.bureau_id = kernel.bureau() and p.resource_id = ${roomId}), 0))
        from bookings.holds_at(${roomId}, tstzrange(${ctx.now}::timestamptz, ${ctx.now}::timestamptz + interval '2 days')) h
        where lower(h.occupied) > ${ctx.now}),
      (select min(lower(o.span)) from bookings.blackout o where o.bureau_id = kernel.bureau()
        and o.resource_id = ${roomId} and o.lifted_at is null and lower(o.span) > ${ctx.now})) as next`.execute(
    ctx.db,
  )
  const wished = ctx.now.getTime() + minutes * minute
  const next = rows[0]!.next
  const end = Math.min(wished, next ? Date.parse(next) : wished)
  if (end < ctx.now.getTime() + shortestWalkUp * minute) throw new Problem(409, 'meetings.too_little_time')
  return new Date(end)
}

/** Whose room it is: the unit that the directory says uses it, else the centre's highest one. */
async function unitOfRoom(ctx: Ctx, { roomId }: LinkedRoom): Promise<string> {
  const { rows } = await sql<{ unit_id: string }>`
    select unit_id from (
      select d.unit_id, 0 as place, '' as code from meetings.room m
      join directory.room d on d.bureau_id = m.bureau_id and d.id = m.directory_room_id
      where m.bureau_id = kernel.bureau() and m.id = ${roomId} and d.unit_id is not null
      union all
      select u.id, case when u.parent_id is null then 1 else 2 end, u.code from directory.unit u
      where u.bureau_id = kernel.bureau() and u.kind = 'centre' and u.closed_on is null) owner
    order by place, code limit 1`.execute(ctx.db)
  const [owner] = rows
  if (!owner) throw new Problem(422, 'bookings.no_unit')
  return owner.unit_id
}
