import ICAL from 'ical.js'
import { dayNumber, dayNumberAt, dayStart, type IsoDay, isoDay } from '#engines/calendar/local-day.ts'
import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import { addWorkingDays, isWorkingDay } from '#engines/calendar/working-days.ts'
import type { OffDayRule } from './words.ts'

/** One date of a series: `day` by the rule, `on` where it is held. */
export interface PlannedDate {
  day: IsoDay
  on: IsoDay
  from: Date
  to: Date
  /** Moved to the next working day. */
  moved: boolean
  /** Left out: no working day, or moved onto a date that is taken by another of the series. */
  left: boolean
}

export interface SeriesPlan {
  /** RFC 5545 without DTSTART. */
  rule: string
  offDays: OffDayRule
}

/** A rule this house does not follow: it has no end, or parts that nobody needs for bookings. */
export class BadRule extends Error {}

/** More dates than anybody plans; five years of weeks and a bit. */
export const mostDates = 300

/**
 * Every date of a series that begins with the span, in local time, with what becomes of days that are no working days
 * (调休: a worked Saturday is one, a holiday on a Monday is not).
 * @throws BadRule
 */
export function planSeries(
  calendar: WorkCalendar,
  span: { from: Date; to: Date },
  { rule, offDays }: SeriesPlan,
): PlannedDate[] {
  const first = dayNumberAt(span.from.getTime())
  const timeOfDay = span.from.getTime() - dayStart(first)
  const length = span.to.getTime() - span.from.getTime()
  return placeDays(calendar, expandRule(rule, isoDay(first)), offDays).map((placed) => {
    const from = new Date(dayStart(dayNumber(placed.on)) + timeOfDay)
    return { ...placed, from, to: new Date(from.getTime() + length) }
  })
}

/** Where each day of a rule is held: what is no working day is left out, goes to the next one, or is kept. */
export function placeDays(
  calendar: WorkCalendar,
  days: readonly IsoDay[],
  offDays: OffDayRule,
): Omit<PlannedDate, 'from' | 'to'>[] {
  const taken = new Set(days.filter((day) => offDays === 'KEEP' || isWorkingDay(calendar, day)))
  return days.map((day) => {
    const off = offDays !== 'KEEP' && !isWorkingDay(calendar, day)
    const on = off && offDays === 'NEXT' ? addWorkingDays(calendar, day, 1) : day
    const left = off && (offDays === 'SKIP' || taken.has(on))
    if (off && !left) taken.add(on)
    return { day, on, moved: on !== day && !left, left }
  })
}

const parts = /^(FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYSETPOS|WKST)=([A-Z0-9,+-]+)$/

/** The days of a rule from the first on. @throws BadRule */
export function expandRule(rule: string, first: IsoDay): IsoDay[] {
  checkRule(rule)
  let recurrence: ICAL.Recur
  try {
    recurrence = ICAL.Recur.fromString(rule)
  } catch (error) {
    throw new BadRule(rule, { cause: error })
  }
  const iterator = recurrence.iterator(ICAL.Time.fromDateString(first))
  const days: IsoDay[] = []
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (days.length >= mostDates) throw new BadRule('too many')
    days.push(next.toString().slice(0, 10))
  }
  return days
}

/** Only what bookings need, and nothing that the library would look for in vain for ever (30 February). */
function checkRule(rule: string): void {
  const given = new Map<string, string>()
  for (const part of rule.split(';')) {
    const match = parts.exec(part)
    if (!match || given.has(match[1]!)) throw new BadRule(rule)
    given.set(match[1]!, match[2]!)
  }
  const frequency = given.get('FREQ') ?? ''
  const interval = Number(given.get('INTERVAL') ?? 1)
  const most: Record<string, number> = { DAILY: 366, WEEKLY: 104, MONTHLY: 6, YEARLY: 10 }
  const allowed: Record<string, string[]> = {
    DAILY: ['BYDAY'],
    WEEKLY: ['BYDAY'],
    MONTHLY: ['BYDAY', 'BYMONTHDAY', 'BYSETPOS'],
    YEARLY: [],
  }
  const wrong =
    most[frequency] === undefined ||
    !Number.isInteger(interval) ||
    interval < 1 ||
    interval > most[frequency] ||
    ['BYDAY', 'BYMONTHDAY', 'BYSETPOS'].some(
      (name) => given.has(name) && !allowed[frequency]!.includes(name),
    ) ||
    (given.has('BYDAY') && given.has('BYMONTHDAY')) ||
    (given.has('BYSETPOS') && !given.has('BYDAY')) ||
    given.has('COUNT') === given.has('UNTIL') ||
    !partsFit(given, frequency)
  if (wrong) throw new BadRule(rule)
}

function partsFit(given: ReadonlyMap<string, string>, frequency: string): boolean {
  const every = (name: string, fits: (word: string) => boolean) =>
    !given.has(name) || given.get(name)!.split(',').every(fits)
  const ordinal =
    frequency === 'MONTHLY' && !given.has('BYSETPOS')
      ? /^([+-]?[1-4])?(MO|TU|WE|TH|FR|SA|SU)$/
      : /^(MO|TU|WE|TH|FR|SA|SU)$/
  return (
    every('BYDAY', (word) => ordinal.test(word)) &&
    every('BYMONTHDAY', (word) => /^(-1|[1-9]|[12]\d|3[01])$/.test(word)) &&
    every('BYSETPOS', (word) => /^(-1|[1-4])$/.test(word)) &&
    every('WKST', (word) => /^(MO|SU)$/.test(word)) &&
    every('COUNT', (word) => /^[1-9]\d{0,3}$/.test(word)) &&
    every('UNTIL', (word) => /^\d{8}(T\d{6}Z?)?$/.test(word))
  )
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The rule of a series cut at a day: it ends the day before, or begins there and goes on to the same last day. */
export function endRule(rule: string, until: IsoDay): string {
  const kept = rule.split(';').filter((part) => !/^(COUNT|UNTIL)=/.test(part))
  return [...kept, `UNTIL=${until.replaceAll('-', '')}`].join(';')
}

/** A rule moved by so many days: the weekdays of a weekly one, and its last day. */
export function turnRule(rule: string, days: number): string {
  const turned = (word: string) => weekdays[(((weekdays.indexOf(word) + days) % 7) + 7) % 7]!
  return rule
    .split(';')
    .map((part) => {
      const words = /^BYDAY=([A-Z,]+)$/.exec(part)?.[1]
      if (words && days % 7 !== 0) return `BYDAY=${words.split(',').map(turned).join(',')}`
      const [, year, month, day, rest] = /^UNTIL=(\d{4})(\d{2})(\d{2})(.*)$/.exec(part) ?? []
      if (!year) return part
      return `UNTIL=${isoDay(dayNumber(`${year}-${month}-${day}`) + days).replaceAll('-', '')}${rest}`
    })
    .join(';')
}
