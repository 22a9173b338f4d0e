import { DAY, localDayOf, startOfLocalDay } from '#engines/calendar/local-day.ts'

const minute = 60_000
const quarter = 15 * minute
/** The first trip and the breath after it, at the most. */
const shortTrip = 2 * 60 * minute

/**
 * When the demo's driver leaves today, whatever the hour the demo is opened at: he has just left and leaves again in an
 * hour and a half; late in the evening only the second is told, because it has to begin today.
 */
export function workersDay(now: Date): Date[] {
  const today = startOfLocalDay(localDayOf(now)).getTime()
  const next = Math.ceil(now.getTime() / quarter) * quarter
  const left = next - 2 * quarter
  const leaves = Math.max(Math.min(next + 6 * quarter, today + DAY - 10 * minute), now.getTime() + minute)
  return (left >= today && leaves - left >= shortTrip ? [left, leaves] : [leaves]).map((at) => new Date(at))
}

/** Whether the demo's driver is at hand for a trip: on every other day, and today as long as it is over before his own. */
export function workerMayDrive(now: Date, from: Date, freeAgain: number): boolean {
  return freeAgain <= workersDay(now)[0]!.getTime() || localDayOf(from) > localDayOf(now)
}
