import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { dayNumber, dayStart } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { bookings } from '../module.ts'
import { placeDays } from '../plan-series.ts'
import { requireSpeaker } from './booking-can.ts'
import { resourceIds } from './create-booking.ts'
import { checkQuotas } from './create-series.ts'
import { judgeDates, refuseClashes } from './judge-dates.ts'
import { type BookingRecord, findRecord } from './lock-booking.ts'
import { lockResources } from './lock-resources.ts'
import { copyOf } from './make-series.ts'
import { readSeriesRow, type SeriesRow, timeOfDay } from './plan-move.ts'
import { readBookingRow } from './read-booking.ts'
import { writeBookings } from './write-bookings.ts'

type Action = (typeof bookings.actions)['resumeDate']

/** Takes up a date that was left out: as the series is now, on the day and at the time of its rule. */
export async function resumeDate(ctx: Ctx, { seriesId, day }: InputOf<Action>): Promise<OutputOf<Action>> {
  const series = await readSeriesRow(ctx, seriesId)
  const [like] = await modelOf(ctx, seriesId)
  if (!like) throw new Problem(404, 'kernel.not_found')
  requireSpeaker(ctx, like)
  const { numDeletedRows } = await ctx.db
    .deleteFrom('bookings.skipped_date')
    .where('series_id', '=', seriesId)
    .where('day', '=', day)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new Problem(409, 'bookings.not_skipped', { path: 'day' })
  const resources = await lockResources(ctx, resourceIds(like.claims))
  const on = await heldOn(ctx, series, day)
  const from = new Date(dayStart(dayNumber(on)) + timeOfDay(Date.parse(series.starts_at)))
  if (from < ctx.now) throw new Problem(422, 'bookings.in_the_past', { path: 'day' })
  const to = new Date(from.getTime() + series.minutes * 60_000)
  const date = { day, on, from, to, moved: on !== day, left: false, claims: like.claims }
  const about = { headcount: like.headcount, unitId: like.unit_id, deed: 'add' as const }
  const judged = await judgeDates(ctx, resources, [date], about)
  await refuseClashes(ctx, judged, about)
  const id = uuidv7()
  await writeBookings(ctx, [
    { ...copyOf(like), id, from, to, claims: like.claims, found: judged[0]!.found, seriesId, seriesDay: day },
  ])
  await checkQuotas(ctx, resources, judged, like.unit_id)
  await ctx.emit({
    type: 'bookings.date_resumed',
    subjectType: 'bookings.booking',
    subjectId: id,
    after: { ...copyOf(like), from, to, claims: like.claims, seriesId, copiedFrom: like.id },
  })
  return readBookingRow(ctx, id)
}

/** Where a series moves its days off, this one goes too; one it leaves out is asked for by name, so it is that day. */
async function heldOn(ctx: Ctx, { off_days: offDays }: SeriesRow, day: string): Promise<string> {
  if (offDays !== 'NEXT') return day
  return placeDays(await loadCalendar(ctx, { name: 'work' }), [day], offDays)[0]!.on
}

/** The date of a series that others are made like: one that follows the rule, the latest. */
async function modelOf(ctx: Ctx, seriesId: string): Promise<BookingRecord[]> {
  const { rows } = await sql<{ id: string }>`
    select id from bookings.booking where bureau_id = kernel.bureau() and series_id = ${seriesId}
    order by detached, series_day desc limit 1`.execute(ctx.db)
  return rows[0] ? [await findRecord(ctx, rows[0].id)] : []
}
