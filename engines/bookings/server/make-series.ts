import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import type { bookings } from '../module.ts'
import { bookingStates } from '../states.ts'
import { requireSpeaker } from './booking-can.ts'
import { freeHolds } from './cancel-booking.ts'
import { checkNotice } from './check-policy.ts'
import { applyChoices, checkQuotas, openSeries, resourcesOf, skipDates } from './create-series.ts'
import { judgeDates, planDates, refuseClashes } from './judge-dates.ts'
import { type BookingRecord, findRecord, lockBooking, lockSeries, spanOf } from './lock-booking.ts'
import type { Locked } from './lock-resources.ts'
import { promoteWaiting } from './promote-waiting.ts'
import { writeBookings } from './write-bookings.ts'

type Actions = typeof bookings.actions

/** Turns one booking into the first date of a series; it stays as it is, with its id. */
export async function makeSeries(
  ctx: Ctx,
  input: InputOf<Actions['makeSeries']>,
): Promise<OutputOf<Actions['makeSeries']>> {
  const seen = await findRecord(ctx, input.bookingId)
  requireSpeaker(ctx, seen)
  const { record, resources } = await lockBooking(ctx, seen.id, {
    resourceIds: resourcesOf(input.choices ?? []),
  })
  if (record.series_id) throw new Problem(409, 'bookings.already_in_series')
  if (record.state !== 'CONFIRMED') throw new Problem(409, 'bookings.over')
  const span = spanOf(record)
  const planned = await planDates(ctx, span, input)
  const own = planned.find(({ from }) => from.getTime() === span.from.getTime())
  const others = planned.filter((date) => date !== own)
  const { held, skipped } = applyChoices(ctx, others, () => record.claims, input.choices ?? [])
  const about = { headcount: record.headcount, unitId: record.unit_id, deed: 'add' as const }
  const judged = await judgeDates(ctx, resources, held, about)
  await refuseClashes(ctx, judged, about)
  const seriesId = await openSeries(ctx, { title: record.title, ...span }, input)
  await skipDates(ctx, seriesId, skipped)
  const ids = judged.map(() => uuidv7())
  await ctx.db
    .updateTable('bookings.booking')
    .set({ series_id: seriesId, series_day: own?.day ?? planned[0]!.day, detached: !own })
    .where('id', '=', record.id)
    .execute()
  // Its own date may stand outside the rule; then the rule's first date goes to it.
  const dates = own ? judged : judged.filter(({ day }) => day !== planned[0]!.day)
  await writeBookings(
    ctx,
    dates.map((date, index) => ({
      ...copyOf(record),
      ...date,
      id: ids[index]!,
      seriesId,
      seriesDay: date.day,
    })),
  )
  await checkQuotas(ctx, resources, dates, record.unit_id)
  await ctx.emit({
    type: 'bookings.series_created',
    subjectType: 'bookings.booking',
    subjectId: record.id,
    after: { seriesId, rule: input.rule, booked: dates.length + 1 },
  })
  await ctx.emitAll(
    dates.map(({ from, to, claims }, index) => ({
      type: 'bookings.created',
      subjectType: 'bookings.booking',
      subjectId: ids[index]!,
      after: { ...copyOf(record), from, to, claims, seriesId, copiedFrom: record.id },
    })),
  )
  return { seriesId, booked: dates.length + 1, skipped: skipped.length }
}

/** What every date of a series has of the one it is made like. */
export function copyOf(record: BookingRecord) {
  return {
    line: record.line,
    title: record.title,
    private: record.private,
    rank: record.rank,
    state: 'CONFIRMED',
    unitId: record.unit_id,
    organiserPersonId: record.organiser_person_id,
    organiserName: record.organiser_name,
    headcount: record.headcount,
  }
}

/** Makes one date a booking of its own again; the others stay a series, or the rest of them is cancelled. */
export async function leaveSeries(
  ctx: Ctx,
  input: InputOf<Actions['leaveSeries']>,
): Promise<OutputOf<Actions['leaveSeries']>> {
  const seen = await findRecord(ctx, input.bookingId)
  requireSpeaker(ctx, seen)
  const locked = await lockSeries(ctx, seen, (one) =>
    input.cancelOthers ? sql`(b.id = ${one.id} or (${restOf(ctx, one)}))` : sql`b.id = ${one.id}`,
  )
  const { first, resources } = locked
  if (!first.series_id) throw new Problem(409, 'bookings.not_in_series')
  const records = locked.records.filter(({ id }) => id !== first.id)
  const reason = ctx.say(text('已变为单次预订', 'a booking of its own now'))
  requireCancellable(ctx, records, resources)
  await ctx.db
    .updateTable('bookings.booking')
    .set({ series_id: null, series_day: null, detached: false })
    .where('id', '=', first.id)
    .execute()
  await skipDates(ctx, first.series_id, [{ day: first.series_day!, reason }])
  await ctx.emit({
    type: 'bookings.series_left',
    subjectType: 'bookings.booking',
    subjectId: first.id,
    before: { seriesId: first.series_id, day: first.series_day },
  })
  for (const record of records) {
    await ctx.move(bookingStates, 'cancel', record.id, { set: { closed_at: ctx.now }, reason })
    await freeHolds(ctx, record)
  }
  await promoteWaiting(ctx, resources, records.map(spanOf))
  return { cancelled: records.length }
}

/** The other dates of its series that are still to come, as a condition on `b`. */
const restOf = (ctx: Ctx, { series_id: seriesId, id }: BookingRecord) =>
  sql`b.series_id = ${seriesId} and b.id <> ${id} and b.ends_at > ${ctx.now}::timestamptz
    and b.state in ('WAITING', 'CONFIRMED', 'OFFERED')`

/**
 * Each of them as if it were cancelled by itself: whoever speaks for it, and with its notice.
 * @throws Problem 403 `bookings.not_yours`, 422 `bookings.notice_cancel_others` with the first date it is too late for
 */
function requireCancellable(ctx: Ctx, records: readonly BookingRecord[], resources: Locked): void {
  for (const record of records) {
    requireSpeaker(ctx, record)
    if (record.state === 'WAITING') continue
    for (const { resourceId } of record.claims)
      checkNotice(ctx, resources.get(resourceId)!, spanOf(record).from, 'cancel', 'notice_cancel_others')
  }
}
