import { bookings } from '#engines/bookings/module.ts'
import { DAY, localDayOf } from '#engines/calendar/local-day.ts'
import { ask } from './ask.ts'

/** The day so many days from today, by China's clock. */
const ahead = (days: number) => localDayOf(new Date(Date.now() + days * DAY))

/**
 * The first working day, from so many days ahead on, on which nobody holds any room; with `weeks`, nor on the
 * same day of the weeks after it. What other tests booked, and what this one booked at its first try, stays.
 */
export async function emptyDay(days: number, weeks = 1): Promise<string> {
  for (let at = days; ; at++) {
    const dates = Array.from({ length: weeks }, (_, week) => ahead(at + 7 * week))
    if ([0, 6].includes(new Date(dates[0]!).getUTCDay())) continue
    const held = await Promise.all(dates.map(holdsOf))
    if (held.every((count) => count === 0)) return dates[0]!
  }
}

async function holdsOf(day: string): Promise<number> {
  const { items } = await ask('staff', bookings.actions.readGrid, { kind: 'ROOM', from: day, to: day })
  return items.length
}
