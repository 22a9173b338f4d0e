import { sql } from 'kysely'
import { dayNumber, dayNumberAt, isoDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { endRule, turnRule } from '../plan-series.ts'
import { bookingStates } from '../states.ts'
import { freeHolds, skipDate } from './cancel-booking.ts'
import { claimsOf, resourceIds } from './create-booking.ts'
import { applyChoices, checkQuotas, openSeries } from './create-series.ts'
import { type DateChoice, judgeDates, refuseClashes } from './judge-dates.ts'
import { type BookingRecord, lockBookings, spanOf } from './lock-booking.ts'
import { claimsAfter, isElsewhere, putElsewhere, requireMovable } from './move-booking.ts'
import { inScope } from './pick-scope.ts'
import { promoteWaiting } from './promote-waiting.ts'
import { holdPieces } from './write-bookings.ts'

interface Input {
  scope: 'following' | 'all'
  from?: string
  to?: string
  claims?: { resourceId: string; quantity?: number }[]
  swap?: { from: string; to: string }
  choices?: DateChoice[]
}

/**
 * Moves every date still to come (`all`) or this and those after it, by as much as this one is moved. Dates edited for
 * themselves stay as they are; `following` makes a series of its own out of the rest.
 */
export async function moveSeries(ctx: Ctx, first: BookingRecord, input: Input) {
  const span = spanOf(first)
  const shift = input.from ? Date.parse(input.from) - span.from.getTime() : 0
  const length =
    input.to !== undefined
      ? Date.parse(input.to) - (span.from.getTime() + shift)
      : span.to.getTime() - span.from.getTime()
  if (length <= 0) throw new Problem(422, 'bookings.ends_before', { path: 'to' })
  const claims = input.claims ? claimsOf(input.claims) : null
  const more = [...(claims ?? []), ...(input.choices ?? []).flatMap((choice) => choice.claims ?? [])]
  const { records, resources } = await lockBookings(ctx, inScope(ctx, first, input.scope, false), {
    resourceIds: [...resourceIds(more), ...(input.swap ? [input.swap.to] : [])],
  })
  const shifted = records.map((record) => {
    const from = new Date(Date.parse(record.starts_at) + shift)
    const to = new Date(from.getTime() + length)
    const day = record.series_day!
    return { record, day, on: isoDay(dayNumberAt(from.getTime())), from, to, moved: false, left: false }
  })
  for (const { record, from } of shifted) {
    requireMovable(ctx, record)
    if (from < ctx.now) throw new Problem(422, 'bookings.in_the_past', { path: 'from' })
  }
  const { held, skipped } = applyChoices(ctx, shifted, claims ?? [], input.choices ?? [])
  const wanted = held.map((date) => ({
    ...date,
    claims: date.claims.length > 0 ? date.claims : claimsAfter(date.record, input),
  }))
  const except = records.map(({ id }) => id)
  const about = { headcount: first.headcount, unitId: first.unit_id, deed: 'change' as const, except }
  const judged = await judgeDates(ctx, resources, wanted, about)
  refuseClashes(judged)
  const days = dayNumberAt(span.from.getTime() + shift) - dayNumberAt(span.from.getTime())
  await followRule(ctx, first, input.scope, { shift, length, days })
  const leaving = new Map(skipped.map((one) => [one.day, one.reason]))
  for (const { record, day } of shifted) {
    const reason = leaving.get(day)
    if (reason === undefined) continue
    await ctx.move(bookingStates, 'cancel', record.id, { set: { closed_at: ctx.now }, reason })
    await freeHolds(ctx, record)
    await skipDate(ctx, record, reason)
  }
  const elsewhere = judged.filter((date, index) => isElsewhere(wanted[index]!.record, date))
  const recordOf = new Map(wanted.map(({ record, day }) => [day, record]))
  // First everybody gives back what they hold, so that one date may take another's place.
  for (const date of elsewhere) await putElsewhere(ctx, recordOf.get(date.day)!, date)
  for (const date of elsewhere) {
    const record = recordOf.get(date.day)!
    if (record.state === 'WAITING') await ctx.move(bookingStates, 'promote', record.id)
    await holdPieces(ctx, record.id, date.found)
  }
  await checkQuotas(ctx, resources, judged, first.unit_id)
  await promoteWaiting(ctx, resources, records.map(spanOf))
  return { moved: elsewhere.length, skipped: skipped.length }
}

/** The rule follows its dates: changed as a whole, or split where the rest goes its own way. */
async function followRule(
  ctx: Ctx,
  first: BookingRecord,
  scope: 'following' | 'all',
  by: { shift: number; length: number; days: number },
): Promise<void> {
  const series = await ctx.db
    .selectFrom('bookings.series')
    .selectAll()
    .where('id', '=', first.series_id!)
    .executeTakeFirstOrThrow()
  const rule = turnRule(series.rule, by.days)
  const minutes = Math.round(by.length / 60_000)
  const begins = new Date(Date.parse(series.starts_at) + by.shift)
  const earlier = await ctx.db
    .selectFrom('bookings.booking')
    .select('id')
    .where('series_id', '=', series.id)
    .where('series_day', '<', first.series_day!)
    .executeTakeFirst()
  if (scope === 'all' || !earlier) {
    await ctx.db
      .updateTable('bookings.series')
      .set({ rule, minutes, starts_at: begins })
      .where('id', '=', series.id)
      .execute()
    return
  }
  const { rows } = await sql<{ last: string }>`
    select max(day)::text as last from (select series_day as day from bookings.booking
        where bureau_id = kernel.bureau() and series_id = ${series.id}
      union all select day from bookings.skipped_date where bureau_id = kernel.bureau() and series_id = ${series.id}) d`.execute(
    ctx.db,
  )
  const last = isoDay(dayNumber(rows[0]!.last) + by.days)
  const from = new Date(spanOf(first).from.getTime() + by.shift)
  const span = { title: series.title, from, to: new Date(from.getTime() + by.length) }
  const off = series.off_days as 'SKIP' | 'NEXT' | 'KEEP'
  const newId = await openSeries(ctx, span, { rule: endRule(rule, last), offDays: off }, series.id)
  const before = isoDay(dayNumber(first.series_day!) - 1)
  await ctx.db
    .updateTable('bookings.series')
    .set({ rule: endRule(series.rule, before) })
    .where('id', '=', series.id)
    .execute()
  await sql`update bookings.booking set series_id = ${newId}
    where bureau_id = kernel.bureau() and series_id = ${series.id} and series_day >= ${first.series_day}::date`.execute(
    ctx.db,
  )
  await sql`update bookings.skipped_date set series_id = ${newId}
    where bureau_id = kernel.bureau() and series_id = ${series.id} and day >= ${first.series_day}::date`.execute(
    ctx.db,
  )
  await ctx.emit({
    type: 'bookings.series_split',
    subjectType: 'bookings.series',
    subjectId: newId,
    after: { from: series.id, day: first.series_day, rule: endRule(rule, last) },
  })
}
