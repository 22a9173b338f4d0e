import { dayNumber, type IsoDay, isoDay, localDayOf, startOfLocalDay } from '#engines/calendar/local-day.ts'
import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'

export interface Holiday {
  title: string
  from: IsoDay
  to: IsoDay
}

/** Days ahead that are looked at: the notices reach to the end of a year. */
const aheadDays = 370

/** The holidays of the calendar that are not over: days in a row under one name. */
export function holidaysAhead(calendar: WorkCalendar, now: Date): Holiday[] {
  const found: Holiday[] = []
  const first = dayNumber(localDayOf(startOfLocalDay(localDayOf(now))))
  for (let number = first; number <= first + aheadDays; number++) {
    const day = isoDay(number)
    const exception = calendar.exceptions.get(day)
    if (exception?.kind !== 'holiday') continue
    const last = found.at(-1)
    if (last && last.title === exception.name && dayNumber(last.to) === number - 1) last.to = day
    else found.push({ title: exception.name, from: day, to: day })
  }
  return found
}
