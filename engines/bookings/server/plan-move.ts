import { DAY, dayNumber, dayNumberAt, dayStart, isoDay } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { type PlannedDate, placeDays } from '../plan-series.ts'
import type { DateChoice } from '../schema.ts'
import type { OffDayRule } from '../words.ts'
import { claimsOf, swapIn } from './create-booking.ts'
import { type BookingRecord, spanOf } from './lock-booking.ts'
import { requireMovable } from './move-booking.ts'

/** What becomes of one date of a series, and with it of the others. */
export interface SeriesMove {
  scope: 'following' | 'all'
  from?: string
  to?: string
  claims?: { resourceId: string; quantity?: number }[]
  swap?: { from: string; to: string }
  choices?: readonly DateChoice[]
}

/** By how much the rule itself is moved. */
export interface MovedRule {
  days: number
  /** The new time of day, in milliseconds. */
  time: number
  /** The new length in minutes; null: as it was. */
  minutes: number | null
}

/** A date of a series where it is to be held; `day` is that of the rule once it is moved. */
export interface MovedDate extends PlannedDate {
  record: BookingRecord
  headcount: number | null
}

export interface SeriesRow {
  id: string
  title: string
  rule: string
  starts_at: string
  minutes: number
  off_days: OffDayRule
}

export async function readSeriesRow(ctx: Ctx, seriesId: string): Promise<SeriesRow> {
  const row = await ctx.db
    .selectFrom('bookings.series')
    .select(['id', 'title', 'rule', 'starts_at', 'minutes', 'off_days'])
    .where('id', '=', seriesId)
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return { ...row, off_days: row.off_days as OffDayRule }
}

/** The part of a day that has gone by at a moment. */
export const timeOfDay = (moment: number) => moment - dayStart(dayNumberAt(moment))

/**
 * Where the dates of a series are held once one of them is moved. Another time of day leaves every date on its day; another
 * day turns the rule, and each date is held by the new rule and what the series does on days off. Dates under way stay.
 * @param records the dates the move is about
 * @throws Problem 409 `bookings.over`, 422 `bookings.ends_before`, `bookings.in_the_past`
 */
export async function planMove(
  ctx: Ctx,
  series: SeriesRow,
  first: BookingRecord,
  records: readonly BookingRecord[],
  input: Pick<SeriesMove, 'from' | 'to'>,
): Promise<{ by: MovedRule; dates: MovedDate[] }> {
  const now = spanOf(first)
  const target = input.from ? new Date(input.from) : now.from
  const length = now.to.getTime() - now.from.getTime()
  const newLength = input.to ? Date.parse(input.to) - target.getTime() : length
  if (newLength <= 0) throw new Problem(422, 'bookings.ends_before', { path: 'to' })
  const turned =
    timeOfDay(Date.parse(series.starts_at)) + shiftOf(first, now.from.getTime(), target.getTime())
  const days = Math.floor(turned / DAY)
  const time = turned - days * DAY
  const concerned = records.filter((one) => one.id === first.id || new Date(one.starts_at) > ctx.now)
  const byRule = concerned.filter((one) => !one.detached)
  const dayOf = (one: BookingRecord) => isoDay(dayNumber(one.series_day!) + days)
  const placed = new Map(
    days === 0
      ? []
      : placeDays(await loadCalendar(ctx, { name: 'work' }), byRule.map(dayOf).sort(), series.off_days).map(
          (date) => [date.day, date],
        ),
  )
  const dates = concerned.map((record): MovedDate => {
    requireMovable(ctx, record)
    const day = dayOf(record)
    const span = spanOf(record)
    const held = record.detached ? undefined : placed.get(day)
    const from = record.detached
      ? target
      : new Date(dayStart(held ? dayNumber(held.on) : dayNumberAt(span.from.getTime())) + time)
    if (from < ctx.now && !held?.left) throw new Problem(422, 'bookings.in_the_past', { path: 'from' })
    const lasts = newLength === length ? span.to.getTime() - span.from.getTime() : newLength
    const on = isoDay(dayNumberAt(from.getTime()))
    const kept = { day, on, moved: on !== day, left: false }
    return {
      ...(held ?? kept),
      record,
      headcount: record.headcount,
      from,
      to: new Date(from.getTime() + lasts),
    }
  })
  return { by: { days, time, minutes: newLength === length ? null : Math.round(newLength / 60_000) }, dates }
}

/**
 * By how much the rule is moved when one date goes elsewhere. One that a day off had put on another day and is now given
 * a third one: that is the day meant for all, counted from the day of the rule.
 */
function shiftOf(first: BookingRecord, from: number, target: number): number {
  const sameDay = dayNumberAt(from) === dayNumberAt(target)
  if (sameDay || first.detached) return target - from
  return target - (dayStart(dayNumber(first.series_day!)) + timeOfDay(from))
}

/** What a date claims once it is moved. */
export function claimsAfter(
  record: BookingRecord,
  { claims, swap }: Pick<SeriesMove, 'claims' | 'swap'>,
): BookingRecord['claims'] {
  return claims ? claimsOf(claims) : swapIn(record.claims, swap)
}
