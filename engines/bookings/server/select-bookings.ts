import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { containing } from '#kernel/database/containing.ts'
import type { bookings } from '../module.ts'
import type { BookingRow } from '../schema.ts'
import { bookingCan } from './booking-can.ts'
import { readableBookings, visibleBookings } from './policy.ts'

export type BookingFilters = Omit<InputOf<(typeof bookings.actions)['exportBookings']>, 'format'>

/** A booking with everything its row shows; `readable` is whether this actor may know what it is about. */
export function selectBookings(ctx: Ctx) {
  return ctx.db
    .selectFrom('bookings.booking as b')
    .innerJoin('directory.unit as unit', (join) =>
      join.onRef('unit.bureau_id', '=', 'b.bureau_id').onRef('unit.id', '=', 'b.unit_id'),
    )
    .selectAll('b')
    .select([
      'unit.name as unit_name',
      readableBookings(ctx).as('readable'),
      sql<BookingRow['claims']>`(select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'name', r.name,
          'quantity', c.quantity) order by r.kind = 'EQUIPMENT', r.name)
        from bookings.claim c join bookings.resource r on r.bureau_id = c.bureau_id and r.id = c.resource_id
        where c.bureau_id = b.bureau_id and c.booking_id = b.id)`.as('claims'),
      sql<number | null>`case when b.state = 'WAITING' then (select count(*)::int from bookings.booking w
        where w.bureau_id = b.bureau_id and w.state = 'WAITING' and w.starts_at < b.ends_at and w.ends_at > b.starts_at
          and (w.waiting_since, w.id) <= (b.waiting_since, b.id) and exists (select from bookings.claim mine
            join bookings.claim theirs on theirs.bureau_id = mine.bureau_id and theirs.resource_id = mine.resource_id
            where mine.bureau_id = b.bureau_id and mine.booking_id = b.id and theirs.booking_id = w.id)) end`.as(
        'queue',
      ),
    ])
}

export type SelectedBooking = Awaited<
  ReturnType<ReturnType<typeof selectBookings>['executeTakeFirstOrThrow']>
>

/** The bookings within reach that pass the filters; a list and its export share it. */
export function filterBookings(ctx: Ctx, filters: BookingFilters) {
  let query = selectBookings(ctx).where(visibleBookings(ctx))
  if (filters.state?.length) query = query.where('b.state', 'in', filters.state)
  if (filters.line) query = query.where('b.line', '=', filters.line)
  if (filters.unitId)
    query = query.where(sql<boolean>`b.unit_id in (select directory.unit_and_below(${filters.unitId}))`)
  if (filters.seriesId) query = query.where('b.series_id', '=', filters.seriesId)
  if (filters.rank) query = query.where('b.rank', '=', filters.rank)
  if (filters.mine) query = query.where('b.organiser_person_id', '=', ctx.actor.personId)
  if (filters.resourceId)
    query = query.where(
      sql<boolean>`exists (select from bookings.claim c where c.bureau_id = b.bureau_id and c.booking_id = b.id
        and c.resource_id = ${filters.resourceId})`,
    )
  if (filters.kind)
    query = query.where(
      sql<boolean>`exists (select from bookings.claim c join bookings.resource r on r.bureau_id = c.bureau_id
        and r.id = c.resource_id where c.bureau_id = b.bureau_id and c.booking_id = b.id and r.kind = ${filters.kind})`,
    )
  if (filters.from)
    query = query.where(
      sql<boolean>`b.starts_at >= (${filters.from}::date::timestamp at time zone 'Asia/Shanghai')`,
    )
  if (filters.to)
    query = query.where(
      sql<boolean>`b.starts_at < ((${filters.to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`,
    )
  for (const word of (filters.search ?? '').split(/\s+/).filter(Boolean)) {
    const like = containing(word.toLowerCase())
    query = query.where(
      sql<boolean>`((${readableBookings(ctx)} and (lower(b.title) like ${like} or lower(b.organiser_name) like ${like}))
        or lower(unit.name) like ${like})`,
    )
  }
  return query
}

/** Where a booking opens: the page of its service, which shares its id. */
export const hrefOf = (line: string, id: string): `/${string}` =>
  line === 'general' ? `/bookings/${id}` : `/${line}/${id}`

const taken = text('已占用', 'Taken')

/** What a row on the wire is made of. */
type BookingColumns = Omit<
  SelectedBooking,
  | 'bureau_id'
  | 'checked_in_at'
  | 'closed_at'
  | 'created_at'
  | 'detached'
  | 'displaced_by_id'
  | 'displaced_reason'
  | 'ended_at'
  | 'series_day'
  | 'warned_at'
>

/** A booking as the wire has it; of a private one others learn only that the place is taken. */
export function bookingRowOf(ctx: Ctx, row: BookingColumns): BookingRow {
  const hidden = !row.readable
  return {
    id: row.id,
    line: row.line,
    title: hidden ? ctx.say(taken) : row.title,
    private: row.private,
    hidden,
    rank: row.rank as BookingRow['rank'],
    state: row.state as BookingRow['state'],
    from: row.starts_at,
    to: row.ends_at,
    unit: hidden ? null : { id: row.unit_id, name: row.unit_name },
    organiserName: hidden ? null : row.organiser_name,
    headcount: hidden ? null : row.headcount,
    claims: row.claims,
    seriesId: row.series_id,
    waitingSince: row.state === 'WAITING' ? row.waiting_since : null,
    queue: row.queue,
    href: hrefOf(row.line, row.id),
    can: bookingCan(ctx, row),
  }
}
