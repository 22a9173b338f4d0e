import { DAY, dayNumber } from '#engines/calendar/local-day.ts'
import type { DueLight } from '../../register-words.ts'

/** So many days before a paper runs out somebody should see to it. */
export const paperAheadDays = 30

/** Whole days from one day to another, below zero when it is past. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** The day so many days later, as 'YYYY-MM-DD'. */
export const dayAfter = (day: string, days: number): string =>
  new Date((dayNumber(day) + days) * DAY).toISOString().slice(0, 10)

/** How near the last good day is. */
export function lightOf(today: string, until: string | null, ahead = paperAheadDays): DueLight {
  if (until === null) return 'FINE'
  if (until < today) return 'OVERDUE'
  return daysBetween(today, until) <= ahead ? 'SOON' : 'FINE'
}
