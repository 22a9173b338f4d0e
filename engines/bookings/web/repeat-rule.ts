import type { OffDayRule } from '../words.ts'

/** A rule as people choose it; `writeRule` gives RFC 5545. */
export interface Repeat {
  every: 'DAY' | 'WEEK' | 'TWO_WEEKS' | 'MONTH_DAY' | 'MONTH_WEEKDAY'
  times: number
  offDays: OffDayRule
}

export const usualRepeat: Repeat = { every: 'WEEK', times: 10, offDays: 'NEXT' }

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** `FREQ=WEEKLY;BYDAY=MO;COUNT=10` for a first date, on China's clock. */
export function writeRule({ every, times }: Repeat, from: string): string {
  const local = new Date(Date.parse(from) + 8 * 3_600_000)
  const weekday = weekdays[local.getUTCDay()]!
  const nth = Math.ceil(local.getUTCDate() / 7)
  const which = nth > 4 ? -1 : nth
  const parts: Record<Repeat['every'], string> = {
    DAY: 'FREQ=DAILY',
    WEEK: `FREQ=WEEKLY;BYDAY=${weekday}`,
    TWO_WEEKS: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`,
    MONTH_DAY: `FREQ=MONTHLY;BYMONTHDAY=${local.getUTCDate()}`,
    MONTH_WEEKDAY: `FREQ=MONTHLY;BYDAY=${which}${weekday}`,
  }
  return `${parts[every]};COUNT=${times}`
}
