import chineseDays from 'chinese-days'
import { dayNumber, type IsoDay, isoDay, weekdayOf } from './local-day.ts'
import type { DayException } from './work-calendar.ts'

/** One day of the State Council's yearly holiday notice (国务院办公厅 节假日安排的通知). */
export interface StatutoryDay {
  readonly day: IsoDay
  readonly kind: 'holiday' | 'makeup'
  /** Chinese name of the festival it belongs to: 国庆节. */
  readonly name: string
  /** English name: National Day. */
  readonly nameEn: string
}

/**
 * Holidays and make-up workdays (调休) of the years from…to, both included, in order, as the library chinese-days
 * has them from the yearly notices. Weekends that are part of a holiday are rows too. A year whose notice the
 * library does not have yet gives no rows: see hasStatutoryDays; people enter or import it.
 */
export function statutoryDays(fromYear: number, toYear: number): StatutoryDay[] {
  const rows: StatutoryDay[] = []
  const last = dayNumber(`${toYear}-12-31`)
  for (let number = dayNumber(`${fromYear}-01-01`); number <= last; number++) {
    const row = statutoryDay(number)
    if (row) rows.push(row)
  }
  return rows
}

/** Whether the year's notice is known; without it only the weekly hours count, and people should be told. */
export function hasStatutoryDays(year: number): boolean {
  return statutoryDay(dayNumber(`${year}-01-01`)) !== undefined // 元旦 is in every notice
}

/** The rows as exceptions of a calendar: a holiday has no service, a make-up day is worked like a Monday. */
export function statutoryExceptions(rows: readonly StatutoryDay[]): Map<IsoDay, DayException> {
  return new Map(rows.map(({ day, kind, name }) => [day, { kind, name }]))
}

function statutoryDay(number: number): StatutoryDay | undefined {
  const day = isoDay(number)
  const detail = chineseDays.getDayDetail(day)
  // The library names a day of a notice "National Day,国庆节,3" and any other by its weekday alone.
  const [nameEn, name] = detail.name.split(',')
  if (!nameEn || !name) return undefined
  if (!detail.work) return { day, kind: 'holiday', name, nameEn }
  return weekdayOf(number) >= 6 ? { day, kind: 'makeup', name, nameEn } : undefined
}
