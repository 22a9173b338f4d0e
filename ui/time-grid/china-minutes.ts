/**
 * The grid counts in whole minutes since 1970. China keeps UTC+8 the whole year, so a fixed shift is exact and the zone of
 * the browser never matters.
 */
const shift = 8 * 60
const dayLength = 1440

/** Minutes since 1970 of a moment in ISO 8601. */
export const minuteOf = (iso: string): number => Math.floor(Date.parse(iso) / 60_000)

/** `2026-11-22T14:30:00+08:00`. */
export function isoOf(minute: number): string {
  return `${new Date((minute + shift) * 60_000).toISOString().slice(0, 16)}:00+08:00`
}

/** The minute at which a day, `2026-11-22`, begins in China. */
export const startOfDay = (day: string): number => minuteOf(`${day}T00:00:00+08:00`)

/** The day, `2026-11-22`, in which a minute lies in China. */
export const dayOf = (minute: number): string => isoOf(minute).slice(0, 10)

/** `14:30`. */
export const clockOf = (minute: number): string => isoOf(minute).slice(11, 16)

/** `09:00–10:30`; an end at midnight is 24:00 of the day before. */
export function clockSpan(from: number, to: number): string {
  return `${clockOf(from)}–${to > from && clockOf(to) === '00:00' ? '24:00' : clockOf(to)}`
}

/** The day so many days later. */
export const addDays = (day: string, days: number): string => dayOf(startOfDay(day) + days * dayLength)

/** The seven days from Monday on around a day. */
export function weekOf(day: string): string[] {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return Array.from({ length: 7 }, (_, index) => addDays(day, index - sinceMonday))
}

/** The weeks, Monday first, that a month touches. */
export function weeksOfMonth(day: string): string[][] {
  const month = day.slice(0, 7)
  const weeks: string[][] = []
  for (let week = weekOf(`${month}-01`); ; week = weekOf(addDays(week[0]!, 7))) {
    if (!week.some((one) => one.startsWith(month))) return weeks
    weeks.push(week)
  }
}
