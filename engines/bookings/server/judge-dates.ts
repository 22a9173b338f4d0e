import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { BadRule, mostDates, type PlannedDate, planSeries, type SeriesPlan } from '../plan-series.ts'
import { bookingProblems } from '../problems.ts'
import type { SeriesDate } from '../schema.ts'
import { checkPolicy } from './check-policy.ts'
import { checkClaims } from './create-booking.ts'
import { findElsewhere } from './find-alternatives.ts'
import { type FoundPieces, findPieces } from './find-pieces.ts'
import type { Locked } from './lock-resources.ts'
import { saySpan } from './say-spans.ts'

/** What a date wants, and what is found for it; `clash` says why it cannot be held. */
export interface JudgedDate extends PlannedDate {
  claims: readonly { resourceId: string; quantity: number }[]
  found: readonly FoundPieces[]
  clash: string | null
  /** What is taken, when it is that. */
  taken: { resourceId: string; name: string } | null
}

/** Dates of a series by the bureau's work calendar. @throws Problem 422 `bookings.bad_rule`, `bookings.no_dates` */
export async function planDates(
  ctx: Ctx,
  span: { from: Date; to: Date },
  plan: SeriesPlan,
): Promise<PlannedDate[]> {
  try {
    const dates = planSeries(await loadCalendar(ctx, { name: 'work' }), span, plan)
    if (dates.length === 0) throw new Problem(422, 'bookings.no_dates', { path: 'rule' })
    return dates
  } catch (error) {
    if (!(error instanceof BadRule)) throw error
    if (error.message === 'too many')
      throw new Problem(422, 'bookings.too_many_dates', { params: { limit: mostDates }, path: 'rule' })
    throw new Problem(422, 'bookings.bad_rule', { path: 'rule' })
  }
}

export interface About {
  /** Of every date that has none of its own. */
  headcount: number | null
  unitId: string
  deed: 'add' | 'change'
  /** Bookings that do not count, because they are the ones to be moved. */
  except?: readonly string[]
}

/** Looks at every date that is to be held: rules, closing times, and whether it is free. */
export async function judgeDates(
  ctx: Ctx,
  resources: Locked,
  dates: readonly (PlannedDate & Pick<JudgedDate, 'claims'> & { headcount?: number | null })[],
  { headcount, unitId, deed, except }: About,
): Promise<JudgedDate[]> {
  const found = await findPieces(ctx, dates, except)
  const judged: JudgedDate[] = []
  for (const [index, date] of dates.entries()) {
    const taken = found[index]!.find(({ pieces }) => pieces === null) ?? null
    const broken = await brokenRule(
      ctx,
      resources,
      { ...date, found: found[index]! },
      {
        headcount: date.headcount === undefined ? headcount : date.headcount,
        unitId,
        deed,
        ...(except ? { except } : {}),
      },
    )
    const clash =
      broken ??
      (taken
        ? sayProblem(ctx, 'bookings.conflict', { resource: taken.name, ...saySpan(date.from, date.to) })
        : null)
    judged.push({ ...date, found: found[index]!, clash, taken: broken === null ? taken : null })
  }
  return judged
}

async function brokenRule(
  ctx: Ctx,
  resources: Locked,
  { from, to, claims, found }: Pick<JudgedDate, 'from' | 'to' | 'claims'> & { found: readonly FoundPieces[] },
  { headcount, unitId, deed, except = [] }: About,
): Promise<string | null> {
  try {
    checkClaims(resources, { claims, headcount })
    for (const { resourceId, closedFor } of found)
      await checkPolicy(ctx, resources.get(resourceId)!, { from, to, unitId, except }, deed, closedFor)
    return null
  } catch (error) {
    if (error instanceof Problem) return sayProblem(ctx, error.code, error.params)
    throw error
  }
}

function sayProblem(ctx: Ctx, code: string, params: Problem['params']): string {
  const words = bookingProblems[code]
  return words
    ? ctx.say(words).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
    : code
}

/** A judged date as the wire has it, with the ways out of a clash. */
export async function seriesDateOf(
  ctx: Ctx,
  date: PlannedDate,
  judged: JudgedDate | undefined,
  { headcount, except = [] }: About,
): Promise<SeriesDate> {
  const { day, from, to, moved, left } = date
  const taken = judged?.taken
  return {
    day,
    from: from.toISOString(),
    to: to.toISOString(),
    moved,
    left,
    clash: judged?.clash ?? null,
    takenId: taken?.resourceId ?? null,
    alternatives: taken
      ? await findElsewhere(ctx, { resourceId: taken.resourceId, from, to, headcount, except })
      : [],
  }
}

/** Refuses a series with dates that clash and no choice made for them, each with its ways out. */
export async function refuseClashes(ctx: Ctx, judged: readonly JudgedDate[], about: About): Promise<void> {
  const clashing = judged.filter(({ clash }) => clash !== null)
  if (clashing.length === 0) return
  const dates: SeriesDate[] = []
  for (const date of clashing) dates.push(await seriesDateOf(ctx, date, date, about))
  throw new Problem(409, 'bookings.series_conflict', {
    params: { count: clashing.length },
    path: 'choices',
    extra: { dates },
  })
}
