import { sql } from 'kysely'
import { dayNumber, dayNumberAt, dayStart, isoDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { endRule, turnRule } from '../plan-series.ts'
import { openSeries } from './create-series.ts'
import type { MovedRule, SeriesRow } from './plan-move.ts'

/**
 * The rule follows its dates, and with it the days they stand for, those left out too: changed as a whole, or from a day
 * on as a series of its own. What is past keeps the rule it was held by.
 * @param from the first day of the rule that goes along; null: all of it
 * @returns the series the moved dates belong to from then on
 */
export async function followRule(
  ctx: Ctx,
  series: SeriesRow,
  from: string | null,
  { days, time, minutes }: MovedRule,
): Promise<string> {
  const rule = turnRule(series.rule, days)
  const length = minutes ?? series.minutes
  const startOn = (day: number) => new Date(dayStart(day + days) + time)
  if (from === null || !(await hasEarlier(ctx, series.id, from))) {
    await ctx.db
      .updateTable('bookings.series')
      .set({ rule, minutes: length, starts_at: startOn(dayNumberAt(Date.parse(series.starts_at))) })
      .where('id', '=', series.id)
      .execute()
    if (days !== 0) await shiftDays(ctx, series.id, days)
    return series.id
  }
  const begins = startOn(dayNumber(from))
  const span = { title: series.title, from: begins, to: new Date(begins.getTime() + length * 60_000) }
  const ended = endRule(rule, isoDay(dayNumber(await lastDay(ctx, series.id)) + days))
  const newId = await openSeries(ctx, span, { rule: ended, offDays: series.off_days }, series.id)
  await ctx.db
    .updateTable('bookings.series')
    .set({ rule: endRule(series.rule, isoDay(dayNumber(from) - 1)) })
    .where('id', '=', series.id)
    .execute()
  await sql`update bookings.booking set series_id = ${newId}, series_day = series_day + ${days}::integer
    where bureau_id = kernel.bureau() and series_id = ${series.id} and series_day >= ${from}::date`.execute(
    ctx.db,
  )
  await sql`update bookings.skipped_date set series_id = ${newId}, day = day + ${days}::integer
    where bureau_id = kernel.bureau() and series_id = ${series.id} and day >= ${from}::date`.execute(ctx.db)
  await ctx.emit({
    type: 'bookings.series_split',
    subjectType: 'bookings.series',
    subjectId: newId,
    after: { from: series.id, day: from, rule: ended },
  })
  return newId
}

async function hasEarlier(ctx: Ctx, seriesId: string, day: string): Promise<boolean> {
  const earlier = await ctx.db
    .selectFrom('bookings.booking')
    .select('id')
    .where('series_id', '=', seriesId)
    .where('series_day', '<', day)
    .limit(1)
    .executeTakeFirst()
  return earlier !== undefined
}

async function lastDay(ctx: Ctx, seriesId: string): Promise<string> {
  const { rows } = await sql<{ last: string }>`
    select max(day)::text as last from (select series_day as day from bookings.booking
        where bureau_id = kernel.bureau() and series_id = ${seriesId}
      union all select day from bookings.skipped_date where bureau_id = kernel.bureau() and series_id = ${seriesId}) d`.execute(
    ctx.db,
  )
  return rows[0]!.last
}

// A day is unique within its series, row by row: by way of days nobody has, so that none meets another on the way.
const faraway = 1_000_000

async function shiftDays(ctx: Ctx, seriesId: string, days: number): Promise<void> {
  for (const by of [faraway, days - faraway]) {
    await sql`update bookings.booking set series_day = series_day + ${by}::integer
      where bureau_id = kernel.bureau() and series_id = ${seriesId}`.execute(ctx.db)
    await sql`update bookings.skipped_date set day = day + ${by}::integer
      where bureau_id = kernel.bureau() and series_id = ${seriesId}`.execute(ctx.db)
  }
}
