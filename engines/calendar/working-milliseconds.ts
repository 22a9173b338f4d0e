import { checkMoment, DAY, dayNumberAt, dayStart } from './local-day.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { LONGEST_GAP_DAYS, LONGEST_WALK_DAYS, NoWorkingTimeError, spansOfDay } from './working-spans.ts'

/**
 * Working milliseconds in [from, to); negative if `to` is earlier, so that f(a,b) + f(b,c) = f(a,c) always holds.
 * RangeError for an invalid date or a stretch of more than a century.
 */
export function workingMillisecondsBetween(calendar: WorkCalendar, from: Date, to: Date): number {
  const start = checkMoment(from)
  const end = checkMoment(to)
  // Subtracted from 0 rather than negated: no minus zero.
  if (end < start) return 0 - workingMillisecondsBetween(calendar, to, from)
  const lastDay = dayNumberAt(end)
  checkWalk(lastDay - dayNumberAt(start))
  let worked = 0
  for (let day = dayNumberAt(start); day <= lastDay; day++) {
    const midnight = dayStart(day)
    for (const span of spansOfDay(calendar, day)) {
      worked += Math.max(0, Math.min(midnight + span.to, end) - Math.max(midnight + span.from, start))
    }
  }
  return worked
}

/**
 * The moment at which so many working milliseconds have passed since `start`: the earliest such moment, so work
 * that fills a day ends at closing time, not next morning. A negative amount goes back, to the latest moment.
 * Zero gives `start` itself. NoWorkingTimeError where 400 days hold no working minute; RangeError for an invalid
 * date or amount, or a result more than a century away.
 */
export function addWorkingMilliseconds(calendar: WorkCalendar, start: Date, amount: number): Date {
  const origin = checkMoment(start)
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole amount of working time: ${amount}`)
  if (amount === 0) return start
  return new Date(amount > 0 ? goForward(calendar, origin, amount) : goBack(calendar, origin, -amount))
}

function goForward(calendar: WorkCalendar, origin: number, amount: number): number {
  let remaining = amount
  const firstDay = dayNumberAt(origin)
  for (let day = firstDay, empty = 0; ; day++) {
    checkWalk(day - firstDay)
    const midnight = dayStart(day)
    const before = remaining
    for (const span of spansOfDay(calendar, day)) {
      const from = Math.max(midnight + span.from, origin)
      const available = Math.max(0, midnight + span.to - from)
      if (available >= remaining) return from + remaining
      remaining -= available
    }
    empty = remaining < before ? 0 : empty + 1
    if (empty > LONGEST_GAP_DAYS) throw new NoWorkingTimeError(new Date(origin))
  }
}

function goBack(calendar: WorkCalendar, origin: number, amount: number): number {
  let remaining = amount
  const firstDay = dayNumberAt(origin)
  for (let day = firstDay, empty = 0; ; day--) {
    checkWalk(firstDay - day)
    const midnight = dayStart(day)
    const before = remaining
    for (const span of spansOfDay(calendar, day).toReversed()) {
      const to = Math.min(midnight + span.to, origin)
      const available = Math.max(0, to - (midnight + span.from))
      if (available >= remaining) return to - remaining
      remaining -= available
    }
    empty = remaining < before ? 0 : empty + 1
    if (empty > LONGEST_GAP_DAYS) throw new NoWorkingTimeError(new Date(origin))
  }
}

function checkWalk(days: number): void {
  if (days > LONGEST_WALK_DAYS) {
    throw new RangeError(
      `a stretch of more than ${Math.floor((LONGEST_WALK_DAYS * DAY) / 31_557_600_000)} years`,
    )
  }
}
