import { implement } from '#kernel/server-module.ts'
import { calendar } from '../module.ts'
import { confirmYear } from './confirm-year.ts'
import { ensureCalendar } from './ensure-calendar.ts'
import { calendarDays } from './import.ts'
import { exportYear, listCalendars, readYear } from './queries.ts'
import { readCalendarHealth } from './read-calendar-health.ts'
import { explainDeadline } from './read-deadline.ts'
import { removeDay, setDay } from './set-day.ts'
import { setWeeklyHours } from './set-weekly-hours.ts'

export const calendarServer = implement(calendar, {
  migrations: new URL('../migrations', import.meta.url).pathname,
  actions: {
    readYear,
    exportYear,
    confirmYear,
    setDay,
    removeDay,
    listCalendars,
    setWeeklyHours,
    explainDeadline,
  },
  on: { 'kernel.bureau_created': [ensureCalendar] },
  imports: { 'calendar-days': calendarDays },
  health: readCalendarHealth,
  demo: ensureCalendar,
})
