import { DAY, dayNumberAt, dayStart, isoDay } from '#engines/calendar/local-day.ts'
import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import { isWorkingDay } from '#engines/calendar/working-days.ts'

const nightFromHour = 22
const nightToHour = 6

export type TimeOfUse = 'WORKDAY' | 'NIGHT' | 'DAY_OFF'

/**
 * What supervision asks of a ride's time: any day off by the work calendar (调休 counted), else a beginning or an end
 * between 22:00 and 06:00.
 */
export function timeOfUse(calendar: WorkCalendar, from: Date, to: Date): TimeOfUse {
  // Half-open: a ride that ends at midnight touches no day after it.
  const [first, last] = [dayNumberAt(from.getTime()), dayNumberAt(to.getTime() - 1)]
  for (let day = first; day <= last; day++) if (!isWorkingDay(calendar, isoDay(day))) return 'DAY_OFF'
  const hourOf = (moment: number) => (moment - dayStart(dayNumberAt(moment))) / (DAY / 24)
  const atNight = (hour: number) => hour >= nightFromHour || hour < nightToHour
  return atNight(hourOf(from.getTime())) || atNight(hourOf(to.getTime() - 1)) ? 'NIGHT' : 'WORKDAY'
}
