import { sql } from 'kysely'
import { ensureResource } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { attachFiles } from '#kernel/files/store-file.ts'
import type { roomActions } from '../actions/room-actions.ts'
import { layouts } from '../words.ts'
import type { LayoutCapacity } from './room-sheet.ts'
import { isShown, type RoomSelection, selectRooms } from './select-rooms.ts'

type Actions = typeof roomActions

/** A meeting room, locked for a change. @throws Problem 404 */
export async function lockRoom(ctx: Ctx, roomId: string): Promise<RoomSelection> {
  await ctx.db
    .selectFrom('meetings.room')
    .select('id')
    .where('id', '=', roomId)
    .forUpdate()
    .executeTakeFirst()
  const room = await selectRooms(ctx).where('m.id', '=', roomId).executeTakeFirst()
  if (!room) throw new Problem(404, 'kernel.not_found')
  return room
}

/** Registers a room: a resource that can be booked, and what only a meeting room has. @throws Problem 409, 422 */
export async function createRoom(
  ctx: Ctx,
  input: InputOf<Actions['createRoom']>,
): Promise<OutputOf<Actions['createRoom']>> {
  const known = await ctx.db
    .selectFrom('bookings.resource')
    .select('id')
    .where('kind', '=', 'ROOM')
    .where('code', '=', input.code)
    .executeTakeFirst()
  if (known) throw new Problem(409, 'meetings.code_taken', { params: { code: input.code }, path: 'code' })
  await requireFreeName(ctx, input.name, null)
  await requireSite(ctx, input.siteId)
  await requireDirectoryRoom(ctx, input.directoryRoomId ?? null, input.siteId, null)
  checkLayouts(ctx, input.layouts ?? [], input.capacity)
  const { code, name, siteId, capacity } = input
  const id = await ensureResource(ctx, { kind: 'ROOM', code, name, siteId, capacity, href: '' })
  await ctx.db
    .insertInto('meetings.room')
    .values({
      id,
      site_id: siteId,
      directory_room_id: input.directoryRoomId ?? null,
      note: input.note ?? '',
    })
    .execute()
  await pointToRoom(ctx, [id])
  await writeLayouts(ctx, id, input.layouts ?? [])
  await ctx.emit({
    type: 'meetings.room_created',
    subjectType: 'meetings.room',
    subjectId: id,
    after: { code, name, siteId, capacity, layouts: input.layouts ?? [] },
  })
  return { id }
}

/** The page on which a resource is looked at is the room's. */
export async function pointToRoom(ctx: Ctx, roomIds: readonly string[]): Promise<void> {
  if (roomIds.length === 0) return
  await ctx.db
    .updateTable('bookings.resource')
    .set({ href: sql<string>`'/meetings/rooms/' || id` })
    .where('id', 'in', [...roomIds])
    .execute()
}

/** Changes what a room is called, how many it takes and how it can be set up. @throws Problem 404, 409, 422 */
export async function changeRoom(
  ctx: Ctx,
  input: InputOf<Actions['changeRoom']>,
): Promise<OutputOf<Actions['changeRoom']>> {
  const room = await lockRoom(ctx, input.roomId)
  const name = input.name ?? room.name
  const capacity = input.capacity ?? room.capacity ?? 1
  const next = input.layouts ?? room.layouts
  if (name !== room.name) await requireFreeName(ctx, name, room.id)
  checkLayouts(ctx, next, capacity)
  if (input.directoryRoomId !== undefined)
    await requireDirectoryRoom(ctx, input.directoryRoomId, room.site_id, room.id)
  await ctx.db.updateTable('bookings.resource').set({ name, capacity }).where('id', '=', room.id).execute()
  await ctx.db
    .updateTable('meetings.room')
    .set({
      ...(input.note === undefined ? {} : { note: input.note }),
      directory_room_id: input.directoryRoomId === undefined ? room.directory_room_id : input.directoryRoomId,
    })
    .where('id', '=', room.id)
    .execute()
  if (input.layouts) await writeLayouts(ctx, room.id, input.layouts)
  const { roomId: _, ...after } = input
  await ctx.emit({
    type: 'meetings.room_changed',
    subjectType: 'meetings.room',
    subjectId: room.id,
    before: { name: room.name, capacity: room.capacity, layouts: room.layouts, note: room.note },
    after,
  })
  return done
}

/** Ties uploaded pictures to a room. @throws Problem 404; 422 `kernel.file_unknown` */
export async function addRoomPhotos(
  ctx: Ctx,
  { roomId, photos }: InputOf<Actions['addRoomPhotos']>,
): Promise<OutputOf<Actions['addRoomPhotos']>> {
  await lockRoom(ctx, roomId)
  await attachFiles(ctx, photos, 'meetings.room', roomId)
  await ctx.db
    .insertInto('meetings.room_photo')
    .values(photos.map((file_id) => ({ room_id: roomId, file_id, by_name: ctx.actor.name })))
    .execute()
  await ctx.emit({
    type: 'meetings.photos_added',
    subjectType: 'meetings.room',
    subjectId: roomId,
    after: { photos },
  })
  return done
}

/** Takes a photo off the page; the record keeps it. @throws Problem 404; 422 `meetings.unknown_photo` */
export async function removeRoomPhoto(
  ctx: Ctx,
  { roomId, fileId }: InputOf<Actions['removeRoomPhoto']>,
): Promise<OutputOf<Actions['removeRoomPhoto']>> {
  await lockRoom(ctx, roomId)
  const photo = await ctx.db
    .selectFrom('meetings.room_photo as p')
    .select('p.id')
    .where('p.room_id', '=', roomId)
    .where('p.file_id', '=', fileId)
    .where(isShown())
    .executeTakeFirst()
  if (!photo) throw new Problem(422, 'meetings.unknown_photo', { path: 'fileId' })
  await ctx.db
    .insertInto('meetings.removed_photo')
    .values({ photo_id: photo.id, at: ctx.now, by_name: ctx.actor.name })
    .execute()
  await ctx.emit({
    type: 'meetings.photo_removed',
    subjectType: 'meetings.room',
    subjectId: roomId,
    before: { fileId },
  })
  return done
}

/** Replaces the layouts of a room. */
export async function writeLayouts(
  ctx: Ctx,
  roomId: string,
  wanted: readonly LayoutCapacity[],
): Promise<void> {
  await ctx.db.deleteFrom('meetings.room_layout').where('room_id', '=', roomId).execute()
  if (wanted.length > 0)
    await ctx.db
      .insertInto('meetings.room_layout')
      .values(wanted.map((one) => ({ room_id: roomId, ...one })))
      .execute()
}

function checkLayouts(ctx: Ctx, wanted: readonly LayoutCapacity[], capacity: number): void {
  if (new Set(wanted.map(({ layout }) => layout)).size < wanted.length)
    throw new Problem(422, 'meetings.layout_repeated', { path: 'layouts' })
  const large = wanted.find((one) => one.capacity > capacity)
  if (large)
    throw new Problem(422, 'meetings.layout_too_large', {
      params: { layout: ctx.say(layouts[large.layout]), capacity },
      path: 'layouts',
    })
}

async function requireFreeName(ctx: Ctx, name: string, own: string | null): Promise<void> {
  const other = await ctx.db
    .selectFrom('bookings.resource')
    .select('id')
    .where('kind', '=', 'ROOM')
    .where('name', '=', name)
    .executeTakeFirst()
  if (other && other.id !== own)
    throw new Problem(409, 'meetings.name_taken', { params: { name }, path: 'name' })
}

async function requireSite(ctx: Ctx, siteId: string): Promise<void> {
  const site = await ctx.db
    .selectFrom('directory.site')
    .select('id')
    .where('id', '=', siteId)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  if (!site) throw new Problem(422, 'meetings.unknown_site', { path: 'siteId' })
}

async function requireDirectoryRoom(
  ctx: Ctx,
  directoryRoomId: string | null,
  siteId: string,
  own: string | null,
): Promise<void> {
  if (!directoryRoomId) return
  const room = await ctx.db
    .selectFrom('directory.room')
    .select('id')
    .where('id', '=', directoryRoomId)
    .where('site_id', '=', siteId)
    .executeTakeFirst()
  const taken = await ctx.db
    .selectFrom('meetings.room')
    .select('id')
    .where('directory_room_id', '=', directoryRoomId)
    .executeTakeFirst()
  if (!room || (taken && taken.id !== own))
    throw new Problem(422, 'meetings.unknown_directory_room', { path: 'directoryRoomId' })
}
