import { monthEnd, type Period } from '../period.ts'

/** The periods people speak of; `custom` is two days of one's own. */
export const periodNames = ['month', 'quarter', 'half', 'year', 'last-year', 'custom'] as const
export type PeriodName = (typeof periodNames)[number]

/** The first month of the span of `months` that the day lies in: March in a half-year (6) gives January. */
function spanStart(day: string, months: number): string {
  const month = Number(day.slice(5, 7))
  const first = Math.floor((month - 1) / months) * months + 1
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`
}

/** The days of a named period up to today; last year is whole. */
export function namedPeriod(name: Exclude<PeriodName, 'custom'>, today: string): Period {
  const year = Number(today.slice(0, 4))
  switch (name) {
    case 'month':
      return { from: spanStart(today, 1), to: today }
    case 'quarter':
      return { from: spanStart(today, 3), to: today }
    case 'half':
      return { from: spanStart(today, 6), to: today }
    case 'year':
      return { from: spanStart(today, 12), to: today }
    case 'last-year':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
  }
}

/** The twelve months that end with the day's own: what a small trend line shows. */
export function trailingYear(day: string): Period {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const start = new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10)
  const end = monthEnd(day)
  return { from: start, to: end < day ? end : day }
}
