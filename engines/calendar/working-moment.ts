import { checkMoment, dayNumberAt, dayStart } from './local-day.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { LONGEST_GAP_DAYS, NoWorkingTimeError, spansOfDay } from './working-spans.ts'

/** Whether service is given at the moment. Windows are half-open: at 12:00 sharp the morning is over. */
export function isWorkingMoment(calendar: WorkCalendar, at: Date): boolean {
  const moment = checkMoment(at)
  const day = dayNumberAt(moment)
  const offset = moment - dayStart(day)
  return spansOfDay(calendar, day).some((span) => span.from <= offset && offset < span.to)
}

/** The moment itself if service is given then, else the next opening. NoWorkingTimeError if none in 400 days. */
export function nextWorkingMoment(calendar: WorkCalendar, at: Date): Date {
  const moment = checkMoment(at)
  const firstDay = dayNumberAt(moment)
  for (let day = firstDay; day <= firstDay + LONGEST_GAP_DAYS; day++) {
    const midnight = dayStart(day)
    for (const span of spansOfDay(calendar, day)) {
      if (moment < midnight + span.to) return new Date(Math.max(moment, midnight + span.from))
    }
  }
  throw new NoWorkingTimeError(at)
}
