import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import type { bookings } from '../module.ts'
import type { SeriesPlan } from '../plan-series.ts'
import type { DateChoice } from '../schema.ts'
import { partiesOf } from './booking-parties.ts'
import { checkQuota } from './check-policy.ts'
import { aboutOf, claimsOf, type NewBooking, newBookingOf, resourceIds, swapIn } from './create-booking.ts'
import { type JudgedDate, judgeDates, planDates, refuseClashes } from './judge-dates.ts'
import { type Locked, lockResources } from './lock-resources.ts'
import { writeBookings } from './write-bookings.ts'

export interface NewSeries extends SeriesPlan {
  /** What becomes of dates that clash; without one a clash refuses the whole. */
  choices?: readonly DateChoice[] | undefined
}

export interface BookedSeries {
  seriesId: string
  /** In the order of their dates. */
  ids: string[]
  booked: number
  skipped: number
}

/**
 * Books every date of a series, or nothing. Dates left out are kept by name, so that they can be taken up later.
 * @throws Problem 409 `bookings.series_conflict` with each clashing date, 422 as `createBooking`
 */
export async function createSeries(ctx: Ctx, input: NewBooking, series: NewSeries): Promise<BookedSeries> {
  const parties = await partiesOf(ctx, input)
  const dates = await planDates(ctx, input, series)
  const { held, skipped } = applyChoices(ctx, dates, () => input.claims, series.choices ?? [])
  const resources = await lockResources(ctx, [
    ...resourceIds(input.claims),
    ...held.flatMap(({ claims }) => resourceIds(claims)),
  ])
  const headcount = input.headcount ?? null
  const judging = { headcount, unitId: parties.unitId, deed: 'add' as const }
  const judged = await judgeDates(ctx, resources, held, judging)
  await refuseClashes(ctx, judged, judging)
  const seriesId = await openSeries(ctx, input, series)
  await skipDates(ctx, seriesId, skipped)
  const about = aboutOf(input)
  const ids = judged.map(() => uuidv7())
  await writeBookings(
    ctx,
    judged.map(({ day, from, to, claims, found }, index) => ({
      id: ids[index]!,
      ...about,
      ...parties,
      state: 'CONFIRMED',
      from,
      to,
      claims,
      found,
      seriesId,
      seriesDay: day,
    })),
  )
  await checkQuotas(ctx, resources, judged, parties.unitId)
  await ctx.emit({
    type: 'bookings.series_created',
    subjectType: 'bookings.series',
    subjectId: seriesId,
    after: { title: input.title, rule: series.rule, offDays: series.offDays, booked: ids.length },
  })
  await ctx.emitAll(
    judged.map(({ from, to, claims }, index) => ({
      type: 'bookings.created',
      subjectType: 'bookings.booking',
      subjectId: ids[index]!,
      after: { ...about, state: 'CONFIRMED', from, to, claims, unitId: parties.unitId, seriesId },
    })),
  )
  return { seriesId, ids, booked: ids.length, skipped: skipped.length }
}

interface Skipped {
  day: string
  reason: string
}

/** Which dates are held with what, and which are left out and why. */
export function applyChoices<D extends { day: string; left: boolean }>(
  ctx: Ctx,
  dates: readonly D[],
  claimsWanted: (date: D) => JudgedDate['claims'],
  choices: readonly DateChoice[],
): { held: (D & Pick<JudgedDate, 'claims'>)[]; skipped: Skipped[] } {
  const choice = new Map(choices.map((one) => [one.day, one]))
  const held: (D & Pick<JudgedDate, 'claims'>)[] = []
  const skipped: Skipped[] = []
  for (const date of dates) {
    const chosen = choice.get(date.day)
    if (date.left) skipped.push({ day: date.day, reason: ctx.say(text('不是工作日', 'not a working day')) })
    else if (chosen?.skip)
      skipped.push({ day: date.day, reason: ctx.say(text('有冲突，已跳过', 'clashed, left out')) })
    else {
      const claims = chosen?.claims ? claimsOf(chosen.claims) : swapIn(claimsWanted(date), chosen?.swap)
      held.push({ ...date, claims })
    }
  }
  return { held, skipped }
}

/** What choices name and may not be claimed yet: locked before anything is decided. */
export function resourcesOf(choices: readonly DateChoice[]): string[] {
  return choices.flatMap(({ claims, swap }) => [...resourceIds(claims ?? []), ...(swap ? [swap.to] : [])])
}

export async function openSeries(
  ctx: Ctx,
  input: Pick<NewBooking, 'title' | 'from' | 'to'>,
  { rule, offDays }: SeriesPlan,
  splitFromId: string | null = null,
): Promise<string> {
  const { id } = await ctx.db
    .insertInto('bookings.series')
    .values({
      title: input.title,
      rule,
      starts_at: input.from,
      minutes: Math.round((input.to.getTime() - input.from.getTime()) / 60_000),
      off_days: offDays,
      split_from_id: splitFromId,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function skipDates(ctx: Ctx, seriesId: string, skipped: readonly Skipped[]): Promise<void> {
  if (skipped.length === 0) return
  await ctx.db
    .insertInto('bookings.skipped_date')
    .values(skipped.map((one) => ({ series_id: seriesId, ...one })))
    .onConflict((clash) => clash.doNothing())
    .execute()
}

/** After all dates are written: no period of any resource may hold more than the unit's quota. */
export async function checkQuotas(
  ctx: Ctx,
  resources: Locked,
  dates: readonly JudgedDate[],
  unitId: string,
): Promise<void> {
  for (const { from, to, claims } of dates)
    for (const { resourceId } of claims)
      await checkQuota(ctx, resources.get(resourceId)!, { from, to, unitId }, null)
}

/** 预订 a series of what no service has a form of its own for. */
export async function bookSeries(
  ctx: Ctx,
  input: InputOf<(typeof bookings.actions)['createSeries']>,
): Promise<OutputOf<(typeof bookings.actions)['createSeries']>> {
  const { rule, offDays, choices, ...booking } = input
  const { seriesId, booked, skipped } = await createSeries(ctx, newBookingOf(ctx, booking), {
    rule,
    offDays,
    choices,
  })
  return { seriesId, booked, skipped }
}
