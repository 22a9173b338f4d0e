import type { WorkCalendar } from './work-calendar.ts'

/**
 * A site's own hours laid over the bureau's calendar: weekdays and days that the override names replace the
 * base's, all others stay. The base's holidays stay even where the site has other weekly hours, and its make-up
 * days follow the site's Monday. A post that ignores holidays altogether has a calendar of its own instead.
 */
export function overlayCalendar(base: WorkCalendar, override: WorkCalendar): WorkCalendar {
  return {
    weekly: { ...base.weekly, ...override.weekly },
    exceptions: new Map([...base.exceptions, ...override.exceptions]),
  }
}
