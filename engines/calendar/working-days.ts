import { dayNumber, type IsoDay, isoDay, startOfLocalDay } from './local-day.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { LONGEST_GAP_DAYS, LONGEST_WALK_DAYS, NoWorkingTimeError, windowsOfDay } from './working-spans.ts'

/** Whether service begins on the day (a night shift that only ends there makes no working day). */
export function isWorkingDay(calendar: WorkCalendar, day: IsoDay): boolean {
  return worksOn(calendar, dayNumber(day))
}

/**
 * Working days after `from` up to and including `to`: the first day is not counted, as in law (民法典 第201条), so
 * Friday to Monday is one. Negative if `to` is earlier; adds up over any day in between.
 * RangeError for a day that does not exist or a stretch of more than a century.
 */
export function workingDaysBetween(calendar: WorkCalendar, from: IsoDay, to: IsoDay): number {
  const first = dayNumber(from)
  const last = dayNumber(to)
  if (last < first) return 0 - workingDaysBetween(calendar, to, from)
  if (last - first > LONGEST_WALK_DAYS) throw new RangeError(`more than a century from ${from} to ${to}`)
  let count = 0
  for (let day = first + 1; day <= last; day++) if (worksOn(calendar, day)) count++
  return count
}

/**
 * The nth working day after the day: Friday plus 1 is Monday, Saturday plus 1 too. Negative goes back, zero gives
 * the day itself. NoWorkingTimeError where 400 days hold no working day; RangeError for a fraction or a day that
 * does not exist, or for more than a century of days.
 */
export function addWorkingDays(calendar: WorkCalendar, day: IsoDay, days: number): IsoDay {
  let current = dayNumber(day)
  if (!Number.isInteger(days) || Math.abs(days) > LONGEST_WALK_DAYS) {
    throw new RangeError(`not a number of working days: ${days}`)
  }
  const step = Math.sign(days)
  for (let left = Math.abs(days), empty = 0; left > 0; ) {
    current += step
    empty = worksOn(calendar, current) ? 0 : empty + 1
    if (empty === 0) left--
    if (empty > LONGEST_GAP_DAYS) throw new NoWorkingTimeError(startOfLocalDay(day))
  }
  return isoDay(current)
}

function worksOn(calendar: WorkCalendar, day: number): boolean {
  return windowsOfDay(calendar, day).length > 0
}
