/**
 * Days of the calendar people read, and the moments they begin.
 * China keeps one zone, UTC+8, and has had no daylight saving since 1991; houqin has no older data, so the
 * offset is a constant and day arithmetic is exact.
 */
const ZONE_OFFSET = 8 * 3_600_000

/** Milliseconds of a day; every local day has exactly this many. */
export const DAY = 86_400_000

/** A calendar day in China, 'YYYY-MM-DD'. */
export type IsoDay = string

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Number of the local day that holds the moment (milliseconds since 1970); day 0 is 1970-01-01. */
export function dayNumberAt(moment: number): number {
  return Math.floor((moment + ZONE_OFFSET) / DAY)
}

/** First millisecond of the local day with this number. */
export function dayStart(dayNumber: number): number {
  return dayNumber * DAY - ZONE_OFFSET
}

const named = new Map<number, IsoDay>()
/** So many days are remembered: some thirty years, whatever hostile dates ask for. */
const mostNamed = 12_000

/** The day with this number as 'YYYY-MM-DD'. Deadlines ask for the same few days over and over. */
export function isoDay(dayNumber: number): IsoDay {
  const known = named.get(dayNumber)
  if (known) return known
  const day = new Date(dayNumber * DAY).toISOString().slice(0, 10)
  if (named.size < mostNamed) named.set(dayNumber, day)
  return day
}

/** Number of an ISO day. RangeError if the text is no existing day. */
export function dayNumber(day: IsoDay): number {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  // Date.parse turns 30 February into 2 March: only a day that comes back unchanged exists.
  if (Number.isNaN(moment) || isoDay(moment / DAY) !== day) throw new RangeError(`not a calendar day: ${day}`)
  return moment / DAY
}

/** Weekday of the day with this number. */
export function weekdayOf(dayNumber: number): Weekday {
  // Day 0 was a Thursday; the second modulo keeps days before 1970 positive.
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The local day that holds the moment, 'YYYY-MM-DD'. RangeError for an invalid date. */
export function localDayOf(at: Date): IsoDay {
  return isoDay(dayNumberAt(checkMoment(at)))
}

/** Midnight at which the day begins. RangeError if there is no such day. */
export function startOfLocalDay(day: IsoDay): Date {
  return new Date(dayStart(dayNumber(day)))
}

/** Milliseconds since 1970 of a date. RangeError for an invalid date, so that NaN never travels on. */
export function checkMoment(at: Date): number {
  const moment = at.getTime()
  if (Number.isNaN(moment)) throw new RangeError('not a moment: invalid date')
  return moment
}
