import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { containing } from '#kernel/database/containing.ts'
import type { RoomFilters, RoomRow } from '../schema.ts'
import type { Condition, EquipmentKind, Layout } from '../words.ts'

/** The rooms with everything a row shows. */
export function selectRooms(ctx: Ctx) {
  return ctx.db
    .selectFrom('meetings.room as m')
    .innerJoin('bookings.resource as r', (join) =>
      join.onRef('r.bureau_id', '=', 'm.bureau_id').onRef('r.id', '=', 'm.id'),
    )
    .innerJoin('directory.site as site', (join) =>
      join.onRef('site.bureau_id', '=', 'm.bureau_id').onRef('site.id', '=', 'm.site_id'),
    )
    .leftJoin('directory.campus as campus', (join) =>
      join.onRef('campus.bureau_id', '=', 'site.bureau_id').onRef('campus.id', '=', 'site.campus_id'),
    )
    .leftJoin('directory.room as place', (join) =>
      join.onRef('place.bureau_id', '=', 'm.bureau_id').onRef('place.id', '=', 'm.directory_room_id'),
    )
    .select(['m.id', 'r.code', 'r.name', 'm.note', 'r.capacity', 'r.closed_at', 'm.site_id'])
    .select(['site.name as site_name', 'campus.id as campus_id', 'campus.name as campus_name'])
    .select(['m.directory_room_id', 'place.name as directory_room_name'])
    .select([
      sql<
        { layout: Layout; capacity: number }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('layout', l.layout,
        'capacity', l.capacity) order by l.capacity desc, l.layout) from meetings.room_layout l
        where l.bureau_id = m.bureau_id and l.room_id = m.id), '[]')`.as('layouts'),
      sql<
        { kind: EquipmentKind; name: string; quantity: number; condition: Condition }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'name', e.name, 'quantity', e.quantity,
        'condition', e.condition) order by e.kind, e.name) from meetings.equipment e
        where e.bureau_id = m.bureau_id and e.room_id = m.id), '[]')`.as('equipment'),
      isRented(ctx).as('rented'),
      sql<string | null>`(select p.file_id from meetings.room_photo p
        where p.bureau_id = m.bureau_id and p.room_id = m.id and ${isShown()} order by p.at, p.id limit 1)`.as(
        'photo_id',
      ),
    ])
}
type Query = ReturnType<typeof selectRooms>
export type RoomSelection = Awaited<ReturnType<Query['execute']>>[number]

/** Let by somebody else on the day of this request. */
const isRented = (ctx: Ctx): RawBuilder<boolean> => sql<boolean>`exists (select from meetings.lease l
  where l.bureau_id = m.bureau_id and l.room_id = m.id
    and kernel.local_day(${ctx.now}::timestamptz) between l.from_day and l.to_day)`

/** A photo `p` that nobody took off the page. */
export const isShown =
  (): RawBuilder<boolean> => sql<boolean>`not exists (select from meetings.removed_photo x
  where x.bureau_id = p.bureau_id and x.photo_id = p.id)`

/** What this actor may do with a room. */
export function roomCan(ctx: Ctx, room: { closed_at: string | null }): Record<string, boolean> {
  return {
    change: ctx.has('meetings.manage-rooms'),
    checkEquipment: ctx.has('meetings.check-equipment'),
    book: ctx.has('meetings.book') && room.closed_at === null,
    rules: ctx.has('bookings.configure'),
  }
}

/** A selected room as lists and answers show it. */
export function roomRowOf(ctx: Ctx, row: RoomSelection): RoomRow {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    site: { id: row.site_id, name: row.site_name },
    campus: row.campus_id && row.campus_name ? { id: row.campus_id, name: row.campus_name } : null,
    capacity: row.capacity ?? 0,
    layouts: row.layouts,
    equipment: row.equipment,
    rented: row.rented,
    photoId: row.photo_id,
    note: row.note,
    closedAt: row.closed_at,
    can: roomCan(ctx, row),
  }
}

/** Nobody has room `m` at that time, its buffers considered, and it is not out of use then. */
export function isFree(from: Date, to: Date): RawBuilder<boolean> {
  return sql<boolean>`(not exists (select from bookings.blackout o where o.bureau_id = m.bureau_id
      and o.resource_id = m.id and o.lifted_at is null and o.span && tstzrange(${from}, ${to}))
    and not exists (select from (select coalesce(max(p.buffer_before_minutes), 0) as before,
        coalesce(max(p.buffer_after_minutes), 0) as after
        from bookings.policy p where p.bureau_id = m.bureau_id and p.resource_id = m.id) b
      cross join lateral bookings.holds_at(m.id, tstzrange(${from}::timestamptz - make_interval(mins => b.before),
        ${to}::timestamptz + make_interval(mins => b.after))) h))`
}

/** Both ends of a time, or neither. @throws Problem 422 `bookings.ends_before` */
function freeSpan({ freeFrom, freeTo }: RoomFilters): { from: Date; to: Date } | null {
  if (freeFrom === undefined && freeTo === undefined) return null
  const [from, to] = [new Date(freeFrom ?? Number.NaN), new Date(freeTo ?? Number.NaN)]
  if (!(from < to)) throw new Problem(422, 'bookings.ends_before', { path: 'freeTo' })
  return { from, to }
}

/** Narrows the rooms by the filters of the list and its export. */
export function filterRooms(ctx: Ctx, filters: RoomFilters): Query {
  let query = selectRooms(ctx)
  if (filters.search?.trim()) {
    const like = containing(filters.search.trim())
    query = query.where(
      sql<boolean>`(r.name ilike ${like} or r.code ilike ${like} or site.words ilike ${like} or m.note ilike ${like}
        or exists (select from meetings.equipment e where e.bureau_id = m.bureau_id and e.room_id = m.id
          and e.name ilike ${like}))`,
    )
  }
  if (filters.siteId) query = query.where('m.site_id', '=', filters.siteId)
  if (filters.campusId) query = query.where('site.campus_id', '=', filters.campusId)
  if (filters.layout || filters.headcount) query = query.where(takes(filters))
  for (const word of filters.equipment ?? [])
    query = query.where(
      sql<boolean>`exists (select from meetings.equipment e where e.bureau_id = m.bureau_id and e.room_id = m.id
        and e.name ilike ${containing(word.trim())} and e.quantity > 0 and e.condition <> 'BROKEN')`,
    )
  if (filters.rented !== undefined)
    query = query.where(filters.rented ? isRented(ctx) : sql<boolean>`not ${isRented(ctx)}`)
  const free = freeSpan(filters)
  if (free) query = query.where('r.closed_at', 'is', null).where(isFree(free.from, free.to))
  if (filters.closed !== undefined) query = query.where('r.closed_at', filters.closed ? 'is not' : 'is', null)
  return query
}

/** Takes so many persons in the layout; in the room as it is when no layout is asked for. */
function takes({ layout, headcount }: RoomFilters): RawBuilder<boolean> {
  const persons = headcount ?? 1
  if (!layout) return sql<boolean>`r.capacity >= ${persons}`
  return sql<boolean>`exists (select from meetings.room_layout l where l.bureau_id = m.bureau_id
    and l.room_id = m.id and l.layout = ${layout} and l.capacity >= ${persons})`
}
