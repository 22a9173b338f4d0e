import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { containing } from '#kernel/database/containing.ts'
import type { MeetingFilters, MeetingRow } from '../schema.ts'
import type { Layout, MeetingClass, RoomUse, Service } from '../words.ts'
import { mainFirst } from './further-rooms.ts'
import { meetingCan, readableMeetings } from './policy.ts'

interface RoomOf {
  id: string
  name: string
  siteId: string | null
  siteName: string | null
}

/** The meetings the actor may read, with everything a row shows. */
export function selectMeetings(ctx: Ctx) {
  return ctx.db
    .selectFrom('meetings.meeting as m')
    .innerJoin('bookings.booking as b', (join) =>
      join.onRef('b.bureau_id', '=', 'm.bureau_id').onRef('b.id', '=', 'm.booking_id'),
    )
    .innerJoin('directory.unit as unit', (join) =>
      join.onRef('unit.bureau_id', '=', 'b.bureau_id').onRef('unit.id', '=', 'b.unit_id'),
    )
    .leftJoin('meetings.rating as g', (join) =>
      join.onRef('g.bureau_id', '=', 'm.bureau_id').onRef('g.meeting_id', '=', 'm.booking_id'),
    )
    .select(['b.id', 'm.number', 'm.services', 'm.other_services', 'm.layout', 'm.note', 'm.created_at'])
    .select(['b.title', 'b.private', 'b.rank', 'b.state', 'b.starts_at', 'b.ends_at', 'b.headcount'])
    .select([
      'b.unit_id',
      'unit.name as unit_name',
      'b.organiser_person_id',
      'b.organiser_name',
      'b.series_id',
    ])
    .select([
      'g.overall as rating',
      sql<RoomOf | null>`(select jsonb_build_object('id', r.id, 'name', r.name, 'siteId', s.id, 'siteName', s.name)
        from bookings.claim c
        join bookings.resource r on r.bureau_id = c.bureau_id and r.id = c.resource_id and r.kind = 'ROOM'
        left join directory.site s on s.bureau_id = r.bureau_id and s.id = r.site_id
        where c.bureau_id = b.bureau_id and c.booking_id = b.id order by ${mainFirst()} limit 1)`.as('room'),
      sql<
        { id: string; name: string; use: RoomUse }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', r.id,
          'name', r.name, 'use', f.use) order by f.place)
        from meetings.further_room f join bookings.resource r on r.bureau_id = f.bureau_id and r.id = f.room_id
        where f.bureau_id = m.bureau_id and f.meeting_id = m.booking_id), '[]')`.as('further_rooms'),
      sql<{ all: number; done: number; missed: number }>`(select jsonb_build_object(
          'all', count(*) filter (where t.state <> 'CANCELLED'), 'done', count(*) filter (where t.state = 'DONE'),
          'missed', count(*) filter (where t.state = 'MISSED'))
        from meetings.task t where t.bureau_id = m.bureau_id and t.meeting_id = m.booking_id)`.as('tasks'),
      sql<boolean>`exists (select from meetings.task t where t.bureau_id = m.bureau_id
        and t.meeting_id = m.booking_id and (t.owner_person_id = ${ctx.actor.personId}
          or t.done_by_person_id = ${ctx.actor.personId}))`.as('served'),
    ])
    .where(readableMeetings(ctx))
}
type Query = ReturnType<typeof selectMeetings>
export type MeetingSelection = Awaited<ReturnType<Query['execute']>>[number]

/** A selected meeting as lists and answers show it. */
export function meetingRowOf(ctx: Ctx, row: MeetingSelection): MeetingRow {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    private: row.private,
    class: row.rank as MeetingClass,
    state: row.state as MeetingRow['state'],
    from: row.starts_at,
    to: row.ends_at,
    unit: { id: row.unit_id, name: row.unit_name },
    organiserName: row.organiser_name,
    headcount: row.headcount,
    room: row.room,
    furtherRooms: row.further_rooms,
    services: row.services as Service[],
    otherServices: row.other_services,
    layout: row.layout as Layout | null,
    seriesId: row.series_id,
    tasks: row.tasks,
    rating: row.rating,
    can: meetingCan(ctx, row),
  }
}

const startOfDay = (day: string) => new Date(`${day}T00:00:00+08:00`)
const aDay = 86_400_000

/** Narrows the meetings by the filters of the list and its export. */
export function filterMeetings(ctx: Ctx, filters: MeetingFilters): Query {
  let query = selectMeetings(ctx)
  if (filters.search?.trim()) {
    const like = containing(filters.search.trim())
    query = query.where((row) =>
      row.or([
        row('b.title', 'ilike', like),
        row('m.number', 'ilike', like),
        row('unit.name', 'ilike', like),
        row('b.organiser_name', 'ilike', like),
      ]),
    )
  }
  if (filters.state?.length) query = query.where('b.state', 'in', filters.state)
  if (filters.class) query = query.where('b.rank', '=', filters.class)
  if (filters.unitId)
    query = query.where(sql<boolean>`b.unit_id in (select directory.unit_and_below(${filters.unitId}))`)
  if (filters.roomId || filters.siteId)
    query = query.where(
      sql<boolean>`exists (select from bookings.claim c join meetings.room r on r.bureau_id = c.bureau_id
        and r.id = c.resource_id where c.bureau_id = b.bureau_id and c.booking_id = b.id
        and (${filters.roomId ?? null}::uuid is null or r.id = ${filters.roomId ?? null})
        and (${filters.siteId ?? null}::uuid is null or r.site_id = ${filters.siteId ?? null}))`,
    )
  if (filters.service) query = query.where(sql<boolean>`${filters.service} = any(m.services)`)
  if (filters.mine)
    query = query.where(sql<boolean>`coalesce(b.organiser_person_id = ${ctx.actor.personId}, false)`)
  if (filters.missed !== undefined) {
    const missed = sql<boolean>`exists (select from meetings.task t where t.bureau_id = m.bureau_id
      and t.meeting_id = m.booking_id and t.state = 'MISSED')`
    query = query.where(filters.missed ? missed : sql<boolean>`not ${missed}`)
  }
  if (filters.from) query = query.where('b.starts_at', '>=', startOfDay(filters.from).toISOString())
  if (filters.to)
    query = query.where('b.starts_at', '<', new Date(startOfDay(filters.to).getTime() + aDay).toISOString())
  return query
}
