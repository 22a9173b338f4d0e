import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Text } from '#kernel/contract/text.ts'
import { bookingEvents } from '../event-words.ts'
import type { bookings } from '../module.ts'
import type { BookingRow } from '../schema.ts'
import { bookingRowOf, selectBookings } from './select-bookings.ts'

type Detail = OutputOf<(typeof bookings.actions)['readBooking']>

/** One booking as lists show it. @throws Problem 404 */
export async function readBookingRow(ctx: Ctx, bookingId: string): Promise<BookingRow> {
  const row = await selectBookings(ctx).where('b.id', '=', bookingId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return bookingRowOf(ctx, row)
}

/** One booking with its series and history. What is private to others is not found by them. */
export async function readBooking(
  ctx: Ctx,
  { bookingId }: InputOf<(typeof bookings.actions)['readBooking']>,
): Promise<Detail> {
  const row = await selectBookings(ctx).where('b.id', '=', bookingId).executeTakeFirst()
  if (!row?.readable) throw new Problem(404, 'kernel.not_found')
  return {
    ...bookingRowOf(ctx, row),
    organiserPersonId: row.organiser_person_id,
    createdAt: row.created_at,
    checkedInAt: row.checked_in_at,
    checkInBy: row.state === 'CONFIRMED' ? await checkInBy(ctx, bookingId) : null,
    endedAt: row.ended_at,
    displaced: row.displaced_by_id
      ? {
          reason: row.displaced_reason ?? '',
          byTitle: (await readBookingRow(ctx, row.displaced_by_id)).title,
        }
      : null,
    series: row.series_id ? await readSeries(ctx, row.series_id) : null,
    history: await readHistory(ctx, bookingId),
  }
}

async function checkInBy(ctx: Ctx, bookingId: string): Promise<string | null> {
  const { rows } = await sql<{ by: string | null }>`
    select b.starts_at + make_interval(mins => min(p.check_in_minutes)) as by
    from bookings.booking b join bookings.claim c on c.bureau_id = b.bureau_id and c.booking_id = b.id
    left join bookings.policy p on p.bureau_id = c.bureau_id and p.resource_id = c.resource_id
    where b.bureau_id = kernel.bureau() and b.id = ${bookingId} group by b.starts_at`.execute(ctx.db)
  return rows[0]?.by ?? null
}

async function readSeries(ctx: Ctx, seriesId: string): Promise<Detail['series']> {
  const series = await ctx.db
    .selectFrom('bookings.series')
    .select(['id', 'rule', 'off_days'])
    .where('id', '=', seriesId)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<NonNullable<Detail['series']>['dates'][number]>`
    select coalesce(d.day, s.day)::text as day, d.id as "bookingId", d.state, d.starts_at as "from",
      case when d.id is null or d.state in ('CANCELLED', 'RELEASED') then s.reason end as skipped,
      coalesce(d.detached, false) as detached
    from (select distinct on (series_day) series_day as day, id, state, starts_at, detached from bookings.booking
      where bureau_id = kernel.bureau() and series_id = ${seriesId}
      order by series_day, state in ('CANCELLED', 'RELEASED'), id desc) d
    full join (select day, reason from bookings.skipped_date
      where bureau_id = kernel.bureau() and series_id = ${seriesId}) s on s.day = d.day
    order by 1`.execute(ctx.db)
  return {
    id: series.id,
    rule: series.rule,
    offDays: series.off_days as NonNullable<Detail['series']>['offDays'],
    dates: rows,
  }
}

async function readHistory(ctx: Ctx, bookingId: string): Promise<Detail['history']> {
  const events = await ctx.db
    .selectFrom('kernel.event')
    .select(['id', 'at', 'actor_name', 'type', 'reason'])
    .where('subject_id', '=', bookingId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  const words: Record<string, Text> = bookingEvents
  return events.map(({ id, at, actor_name, type, reason }) => ({
    id,
    at,
    actorName: actor_name,
    type,
    title: words[type] ?? { zh: '变更', en: 'Changed' },
    reason,
  }))
}
