import { sql } from 'kysely'
import { createBooking, createSeries, type NewBooking } from '#engines/bookings/server/api.ts'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { meetingActions } from '../actions/meeting-actions.ts'
import { proposeServices } from '../propose-services.ts'
import { layouts, line } from '../words.ts'
import { checkFurtherRooms } from './check-further-rooms.ts'
import { type FurtherRoom, keepFurtherRooms } from './further-rooms.ts'
import { syncTasks } from './sync-tasks.ts'

type Action = (typeof meetingActions)['bookMeeting']
type Input = InputOf<Action>

/**
 * Books a meeting: its room and accessories, all or none, and its support as timed tasks.
 * @throws Problem 409 `bookings.conflict` with alternatives; 422 for what cannot be; 403 for a class that is not the
 * actor's to give
 */
export async function bookMeeting(ctx: Ctx, input: Input): Promise<OutputOf<Action>> {
  if (input.class === 'LEADERSHIP' && !ctx.has('bookings.manage'))
    throw new Problem(403, 'meetings.leadership_by_desk', { path: 'class' })
  const from = momentOf(input.from, 'from')
  const to = momentOf(input.to, 'to')
  if (to <= from) throw new Problem(422, 'bookings.ends_before', { path: 'to' })
  await checkRoom(ctx, input)
  await checkFurtherRooms(ctx, input)
  await checkAccessories(ctx, input.accessories ?? [])
  const booking: NewBooking = {
    line,
    title: input.title,
    from,
    to,
    headcount: input.headcount,
    private: input.private,
    rank: input.class,
    unitId: input.unitId,
    organiserPersonId: input.organiserPersonId,
    wait: input.wait,
    claims: [
      { resourceId: input.roomId, quantity: 1 },
      ...(input.furtherRooms ?? []).map(({ roomId }) => ({ resourceId: roomId, quantity: 1 })),
      ...(input.accessories ?? []).map(({ accessoryId, quantity }) => ({
        resourceId: accessoryId,
        quantity,
      })),
    ],
  }
  const needs = {
    ...input,
    services:
      input.services ?? proposeServices({ class: input.class ?? 'ORDINARY', layout: input.layout ?? null }),
  }
  if (!input.series) {
    const { id, state } = await createBooking(ctx, booking)
    const number = await addMeeting(ctx, id, from, needs)
    return { id, number, state, seriesId: null, booked: 1 }
  }
  const { wait: _, ...dates } = booking
  const { seriesId, ids } = await createSeries(ctx, dates, input.series)
  return addSeries(ctx, seriesId, ids, needs)
}

/** The parts of a meeting that are not its booking's. */
export interface Needs {
  services?: readonly string[] | undefined
  layout?: string | null | undefined
  note?: string | undefined
  roomId?: string | undefined
  furtherRooms?: readonly FurtherRoom[] | undefined
}

/** Gives a booking its meeting: number, needs, tasks. @returns the number */
export async function addMeeting(ctx: Ctx, bookingId: string, from: Date, needs: Needs): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    select kernel.next_number('HY', ${localDayOf(from)}::date) as number`.execute(ctx.db)
  const { number } = rows[0]!
  const services = [...(needs.services ?? [])]
  await ctx.db
    .insertInto('meetings.meeting')
    .values({
      booking_id: bookingId,
      number,
      services,
      layout: needs.layout ?? null,
      note: needs.note ?? '',
      created_at: ctx.now,
    })
    .execute()
  await ctx.emit({
    type: 'meetings.booked',
    subjectType: 'meetings.meeting',
    subjectId: bookingId,
    after: { number, services, layout: needs.layout ?? null },
  })
  if (needs.furtherRooms?.length)
    await keepFurtherRooms(ctx, bookingId, { mainId: needs.roomId ?? null, wanted: needs.furtherRooms })
  await syncTasks(ctx, bookingId)
  return number
}

async function addSeries(
  ctx: Ctx,
  seriesId: string,
  ids: readonly string[],
  needs: Needs,
): Promise<OutputOf<Action>> {
  const dates = await ctx.db
    .selectFrom('bookings.booking')
    .select(['id', 'state', 'starts_at'])
    .where('id', 'in', [...ids])
    .orderBy('starts_at')
    .execute()
  const [first] = dates
  if (!first) throw new Problem(422, 'bookings.no_dates', { path: 'series.rule' })
  const numbers: string[] = []
  for (const { id, starts_at } of dates) numbers.push(await addMeeting(ctx, id, new Date(starts_at), needs))
  return {
    id: first.id,
    number: numbers[0]!,
    state: first.state as OutputOf<Action>['state'],
    seriesId,
    booked: dates.length,
  }
}

/** A moment the calendar can reckon with. */
function momentOf(moment: string, path: string): Date {
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) throw new Problem(422, 'bookings.ends_before', { path })
  return at
}

/** The room is a meeting room in use, and takes so many in the layout. @throws Problem 422 */
async function checkRoom(ctx: Ctx, { roomId, layout, headcount }: Input): Promise<void> {
  const room = await ctx.db
    .selectFrom('meetings.room as m')
    .innerJoin('bookings.resource as r', (join) =>
      join.onRef('r.bureau_id', '=', 'm.bureau_id').onRef('r.id', '=', 'm.id'),
    )
    .select('r.name')
    .where('m.id', '=', roomId)
    .where('r.closed_at', 'is', null)
    .executeTakeFirst()
  if (!room) throw new Problem(422, 'meetings.unknown_room', { path: 'roomId' })
  if (!layout) return
  const takes = await ctx.db
    .selectFrom('meetings.room_layout')
    .select('capacity')
    .where('room_id', '=', roomId)
    .where('layout', '=', layout)
    .executeTakeFirst()
  const words = { room: room.name, layout: ctx.say(layouts[layout]) }
  if (!takes) throw new Problem(422, 'meetings.no_such_layout', { params: words, path: 'layout' })
  if (headcount > takes.capacity)
    throw new Problem(422, 'meetings.layout_too_small', {
      params: { ...words, capacity: takes.capacity, headcount },
      path: 'layout',
    })
}

async function checkAccessories(ctx: Ctx, wanted: NonNullable<Input['accessories']>): Promise<void> {
  if (wanted.length === 0) return
  const ids = wanted.map(({ accessoryId }) => accessoryId)
  const known = await ctx.db.selectFrom('meetings.accessory').select('id').where('id', 'in', ids).execute()
  const there = new Set(known.map(({ id }) => id))
  const stray = ids.findIndex((id, index) => !there.has(id) || ids.indexOf(id) < index)
  if (stray >= 0) throw new Problem(422, 'meetings.unknown_accessory', { path: `accessories.${stray}` })
}
