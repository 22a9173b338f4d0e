import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import type { RoomUse } from '../words.ts'

export interface FurtherRoom {
  roomId: string
  use: RoomUse
}
/** Above which a meeting is an event of its own. */
export const mostFurther = 5

/** Of the rooms `r` that booking `c.booking_id` claims, the main one comes first, then the further ones in their order. */
export const mainFirst = (): RawBuilder<unknown> => sql`(select f.place from meetings.further_room f
  where f.bureau_id = c.bureau_id and f.meeting_id = c.booking_id and f.room_id = c.resource_id) nulls first, r.code`

/** The main room of a meeting. */
export async function mainRoomOf(ctx: Ctx, meetingId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select r.id from bookings.claim c
    join bookings.resource r on r.bureau_id = c.bureau_id and r.id = c.resource_id and r.kind = 'ROOM'
    where c.booking_id = ${meetingId} order by ${mainFirst()} limit 1`.execute(ctx.db)
  return rows[0]?.id
}

/** The rooms of a meeting besides its main one. */
export async function readFurtherRooms(ctx: Ctx, meetingId: string): Promise<FurtherRoom[]> {
  const rows = await ctx.db
    .selectFrom('meetings.further_room')
    .select(['room_id', 'use'])
    .where('meeting_id', '=', meetingId)
    .orderBy('place')
    .execute()
  return rows.map(({ room_id, use }) => ({ roomId: room_id, use: use as RoomUse }))
}

/**
 * Writes which of the claimed rooms are the further ones. One that was wanted and is not claimed gave its place to a
 * room that is claimed instead; a main room that is not claimed any more gave way to the first of the others.
 */
export async function keepFurtherRooms(
  ctx: Ctx,
  meetingId: string,
  { mainId, wanted }: { mainId: string | null; wanted: readonly FurtherRoom[] },
): Promise<void> {
  const claimed = await claimedRooms(ctx, meetingId)
  const known = new Set([...(mainId ? [mainId] : []), ...wanted.map(({ roomId }) => roomId)])
  const others = claimed.filter((id) => !known.has(id))
  if (!mainId || !claimed.includes(mainId)) others.shift()
  const further: FurtherRoom[] = wanted.flatMap((one) => {
    if (claimed.includes(one.roomId)) return [one]
    const instead = others.shift()
    return instead ? [{ ...one, roomId: instead }] : []
  })
  for (const roomId of others) further.push({ roomId, use: 'BRANCH' })
  await ctx.db.deleteFrom('meetings.further_room').where('meeting_id', '=', meetingId).execute()
  if (further.length === 0) return
  await ctx.db
    .insertInto('meetings.further_room')
    .values(
      further.slice(0, mostFurther).map(({ roomId, use }, index) => ({
        meeting_id: meetingId,
        place: index + 1,
        room_id: roomId,
        use,
      })),
    )
    .execute()
}

async function claimedRooms(ctx: Ctx, meetingId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('bookings.claim as c')
    .innerJoin('meetings.room as m', (join) =>
      join.onRef('m.bureau_id', '=', 'c.bureau_id').onRef('m.id', '=', 'c.resource_id'),
    )
    .select('m.id')
    .where('c.booking_id', '=', meetingId)
    .orderBy('m.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** A room was exchanged for another: the new one has the old one's part. Before the tasks follow. */
const followMove: EventHandler = async (ctx, { subjectId, before }) => {
  if (!subjectId) return
  const wanted = await readFurtherRooms(ctx, subjectId)
  if (wanted.length === 0) return
  const claims = (before as { claims?: { resourceId: string }[] } | null)?.claims ?? []
  const rooms = await ctx.db
    .selectFrom('meetings.room')
    .select('id')
    .where('id', 'in', [
      '00000000-0000-0000-0000-000000000000',
      ...claims.map(({ resourceId }) => resourceId),
    ])
    .execute()
  const main = rooms.find(({ id }) => !wanted.some(({ roomId }) => roomId === id))
  await keepFurtherRooms(ctx, subjectId, { mainId: main?.id ?? null, wanted })
}

export const followFurtherRooms: Record<string, EventHandler[]> = {
  'bookings.moved': [followMove],
  'bookings.displaced': [followMove],
}
