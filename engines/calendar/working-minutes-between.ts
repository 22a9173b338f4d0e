import { checkMoment } from './local-day.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { workingMillisecondsBetween } from './working-milliseconds.ts'

const MINUTE = 60_000

/**
 * Whole working minutes between two moments. Each moment is first cut to its whole minute; as windows begin and
 * end on whole minutes too, the answer is an integer and f(a,b) + f(b,c) = f(a,c) holds exactly, in any order of
 * a, b and c. Negative if `to` is earlier. RangeError for an invalid date or a stretch of more than a century.
 */
export function workingMinutesBetween(calendar: WorkCalendar, from: Date, to: Date): number {
  return workingMillisecondsBetween(calendar, wholeMinute(from), wholeMinute(to)) / MINUTE
}

/** The moment cut to its whole minute: how figures in minutes are counted everywhere. */
export function wholeMinute(at: Date): Date {
  return new Date(Math.floor(checkMoment(at) / MINUTE) * MINUTE)
}
