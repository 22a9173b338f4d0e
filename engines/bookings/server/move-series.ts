import { dayNumber, isoDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { turnRule } from '../plan-series.ts'
import { bookingStates } from '../states.ts'
import { freeHolds, skipDate } from './cancel-booking.ts'
import { checkNotice } from './check-policy.ts'
import { resourceIds } from './create-booking.ts'
import { applyChoices, checkQuotas, resourcesOf } from './create-series.ts'
import type { Wanted } from './find-pieces.ts'
import { followRule } from './follow-rule.ts'
import { judgeDates, refuseClashes } from './judge-dates.ts'
import { type BookingRecord, lockSeries, spanOf } from './lock-booking.ts'
import { isElsewhere, putElsewhere, requireMovable } from './move-booking.ts'
import { inScope } from './pick-scope.ts'
import {
  claimsAfter,
  type MovedDate,
  type MovedRule,
  planMove,
  readSeriesRow,
  type SeriesMove,
  type SeriesRow,
} from './plan-move.ts'
import { promoteWaiting } from './promote-waiting.ts'
import { holdPieces } from './write-bookings.ts'

/**
 * Moves every date still to come (`all`) or this and those after it, by as much as this one is moved. Dates edited for
 * themselves stay as they are; `following` makes a series of its own out of the rest.
 */
export async function moveSeries(ctx: Ctx, seen: BookingRecord, input: SeriesMove) {
  const more = [...resourceIds(input.claims ?? []), ...resourcesOf(input.choices ?? [])]
  const { first, records, resources } = await lockSeries(
    ctx,
    seen,
    (one) => inScope(ctx, one, input.scope, false),
    { resourceIds: input.swap ? [...more, input.swap.to] : more },
  )
  requireMovable(ctx, first)
  const series = await readSeriesRow(ctx, first.series_id!)
  const { by, dates } = await planMove(ctx, series, first, records, input)
  // As with cancelling: the date it is done on alone, so that a series can be moved whose next date is near.
  for (const { resourceId } of first.claims)
    checkNotice(ctx, resources.get(resourceId)!, spanOf(first).from, 'change')
  const { held, skipped } = applyChoices(
    ctx,
    dates,
    ({ record }) => claimsAfter(record, input),
    input.choices ?? [],
  )
  const except = dates.map(({ record }) => record.id)
  const about = { headcount: first.headcount, unitId: first.unit_id, deed: 'change' as const, except }
  const judged = await judgeDates(ctx, resources, held, about)
  await refuseClashes(ctx, judged, about)
  const seriesId = await followRule(ctx, series, firstDay(first, input.scope, dates, by.days), by)
  const recordOf = new Map(dates.map(({ record, day }) => [day, record]))
  for (const { day, reason } of skipped) {
    const record = recordOf.get(day)!
    await ctx.move(bookingStates, 'cancel', record.id, { set: { closed_at: ctx.now }, reason })
    await freeHolds(ctx, record)
    await skipDate(ctx, { seriesId, day, reason })
  }
  const elsewhere = judged.filter((date) => isElsewhere(recordOf.get(date.day)!, date))
  const together = elsewhere.length > 1
  if (together)
    await emitMove(
      ctx,
      series,
      by,
      elsewhere.map((date) => ({ date, record: recordOf.get(date.day)! })),
    )
  // First everybody gives back what they hold, so that one date may take another's place.
  for (const date of elsewhere) await putElsewhere(ctx, recordOf.get(date.day)!, date, together)
  for (const date of elsewhere) {
    const record = recordOf.get(date.day)!
    if (record.state === 'WAITING') await ctx.move(bookingStates, 'promote', record.id)
    await holdPieces(ctx, record.id, date.found)
  }
  await checkQuotas(ctx, resources, judged, first.unit_id)
  await promoteWaiting(
    ctx,
    resources,
    dates.map(({ record }) => spanOf(record)),
  )
  return { moved: elsewhere.length, skipped: skipped.length }
}

/** Before the dates' own events, so that whoever listens still finds what was planned for each of them. */
async function emitMove(
  ctx: Ctx,
  series: SeriesRow,
  { days }: MovedRule,
  dates: readonly { record: BookingRecord; date: Wanted & { day: string } }[],
): Promise<void> {
  const { record, date } = dates.find((one) => !one.record.detached) ?? dates[0]!
  const { rule } = series
  const before = { rule, day: isoDay(dayNumber(date.day) - days), from: record.starts_at, to: record.ends_at }
  const after = { rule: turnRule(rule, days), day: date.day, from: date.from, to: date.to }
  await ctx.emit({
    type: 'bookings.series_moved',
    subjectType: 'bookings.booking',
    subjectId: dates[0]!.record.id,
    before: { ...before, claims: record.claims },
    after: { ...after, claims: date.claims, bookingIds: dates.map((one) => one.record.id) },
  })
}

/** From which day of the old rule on it is another: what is past was held by the old one, when the day changes. */
function firstDay(
  first: BookingRecord,
  scope: SeriesMove['scope'],
  dates: readonly MovedDate[],
  days: number,
): string | null {
  if (scope === 'following') return first.series_day
  if (days === 0) return null
  return dates.map(({ record }) => record.series_day!).sort()[0]!
}
