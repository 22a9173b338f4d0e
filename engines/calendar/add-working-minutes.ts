import type { WorkCalendar } from './work-calendar.ts'
import { addWorkingMilliseconds } from './working-milliseconds.ts'

/**
 * The moment at which `minutes` working minutes have passed since `start`, exact to the second over any gap:
 * 17:29 plus one minute is 17:30 the same day, plus two is 08:31 on the next working day.
 * Negative minutes go back; zero gives `start` itself. RangeError for a fraction of a minute or an invalid date,
 * NoWorkingTimeError where 400 days hold no working minute.
 */
export function addWorkingMinutes(calendar: WorkCalendar, start: Date, minutes: number): Date {
  if (!Number.isInteger(minutes)) throw new RangeError(`not a whole number of minutes: ${minutes}`)
  return addWorkingMilliseconds(calendar, start, minutes * 60_000)
}
