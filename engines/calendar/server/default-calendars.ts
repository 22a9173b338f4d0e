import type { Text } from '#kernel/contract/text.ts'
import { text } from '#kernel/contract/text.ts'
import type { Weekday } from '../local-day.ts'
import { parseWindows } from '../parse-windows.ts'
import type { WorkCalendar } from '../work-calendar.ts'

interface DefaultCalendar {
  name: string
  title: Text
  followsDays: boolean
  roundTheClock: boolean
  weekly: WorkCalendar['weekly']
}

const officeHours = parseWindows('08:30-12:00, 14:00-17:30')
const weekdays: Weekday[] = [1, 2, 3, 4, 5]

/** What a bureau begins with; its own hours replace these once somebody sets them. */
export const defaultCalendars: readonly DefaultCalendar[] = [
  {
    name: 'work',
    title: text('工作时间', 'Working hours'),
    followsDays: true,
    roundTheClock: false,
    weekly: Object.fromEntries(weekdays.map((weekday) => [weekday, officeHours])),
  },
  {
    name: 'round-the-clock',
    title: text('全天候', 'Round the clock'),
    followsDays: false,
    roundTheClock: true,
    weekly: {},
  },
]

/** The years whose notices the library has; later ones come with a new release or from people. */
export const firstSeededYear = 2004
