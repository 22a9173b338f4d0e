import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingMinutes } from './add-working-minutes.ts'
import { isoDay, weekdayOf } from './local-day.ts'
import { type DayException, makeWorkCalendar, type Window, type WorkCalendar } from './work-calendar.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'
import { workingMinutesBetween } from './working-minutes-between.ts'
import { isWorkingMoment, nextWorkingMoment } from './working-moment.ts'

const MINUTE = 60_000
const FIRST_DAY = 20_700 // 2026-09-04, a Friday: the range holds a weekend, and random holidays make it a desert
const DAYS = 12
const ORIGIN = Date.parse('2026-09-04T00:00:00+08:00')

const daytime = fc
  .tuple(
    fc.integer({ min: 420, max: 560 }),
    fc.integer({ min: 600, max: 720 }),
    fc.integer({ min: 1, max: 400 }),
  )
  .map(([open, lunch, length]): Window[] => [
    { from: open, to: lunch },
    { from: 780, to: 780 + length },
  ])
const night = fc
  .tuple(fc.integer({ min: 1080, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .map(([from, length]): Window[] => [{ from, to: from + length }])
const messy = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 3 },
)
const hours = fc.oneof(daytime, night, messy, fc.constant<Window[]>([]))
const exception: fc.Arbitrary<DayException> = fc.oneof(
  fc.constant<DayException>({ kind: 'holiday', name: '放假' }),
  fc.constant<DayException>({ kind: 'makeup', name: '调休' }),
  hours.map((windows): DayException => ({ kind: 'custom', name: '特殊', windows })),
  daytime.map(
    ([morning]): DayException => ({ kind: 'half-day', name: '半天', windows: morning ? [morning] : [] }),
  ),
)
const calendars = fc
  .record({
    weekdays: hours,
    saturday: hours,
    exceptions: fc.array(fc.tuple(fc.integer({ min: -1, max: DAYS }), exception), { maxLength: 8 }),
  })
  .map(({ weekdays, saturday, exceptions }) =>
    makeWorkCalendar(
      { 1: weekdays, 2: weekdays, 3: weekdays, 4: weekdays, 5: weekdays, 6: saturday },
      exceptions.map(([day, kind]): [string, DayException] => [isoDay(FIRST_DAY + day), kind]),
    ),
  )
const minuteOfRange = fc.integer({ min: 0, max: DAYS * 1440 })

/** The oracle: one flag per minute of the range, set window by window without any of the code under test's steps. */
function paintMinutes(calendar: WorkCalendar): Uint8Array {
  const minutes = new Uint8Array(DAYS * 1440)
  for (let day = -1; day < DAYS; day++) {
    const number = FIRST_DAY + day
    const special = calendar.exceptions.get(isoDay(number))
    const weekly = calendar.weekly[special?.kind === 'makeup' ? 1 : weekdayOf(number)] ?? []
    const windows = special?.windows ?? (special?.kind === 'holiday' ? [] : weekly)
    for (const { from, to } of windows) {
      for (let m = Math.max(0, day * 1440 + from); m < Math.min(minutes.length, day * 1440 + to); m++)
        minutes[m] = 1
    }
  }
  return minutes
}
const at = (minute: number, seconds = 0) => new Date(ORIGIN + minute * MINUTE + seconds * 1000)

describe('calendar: deadline arithmetic is exact over any gap', () => {
  it('counts minutes like a minute-by-minute oracle', () => {
    fc.assert(
      fc.property(calendars, minuteOfRange, minuteOfRange, (calendar, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const expected = paintMinutes(calendar)
          .subarray(from, to)
          .reduce((sum, flag) => sum + flag, 0)
        expect(workingMinutesBetween(calendar, at(from), at(to))).toBe(expected)
        expect(workingMinutesBetween(calendar, at(to), at(from)) + expected).toBe(0)
      }),
      { numRuns: 400 },
    )
  })

  it('adds minutes like a minute-by-minute oracle, forward and back', () => {
    fc.assert(
      fc.property(calendars, minuteOfRange, fc.integer({ min: 1, max: 3000 }), (calendar, start, amount) => {
        const worked = paintMinutes(calendar)
        let end = start
        for (let left = amount; end < worked.length && left > 0; end++) left -= worked[end] ?? 0
        const ahead = worked.subarray(start, end).reduce((sum, flag) => sum + flag, 0)
        if (ahead === amount) expect(addWorkingMinutes(calendar, at(start), amount)).toEqual(at(end))
        let begin = start
        for (let left = amount; begin > 0 && left > 0; begin--) left -= worked[begin - 1] ?? 0
        const behind = worked.subarray(begin, start).reduce((sum, flag) => sum + flag, 0)
        if (behind === amount) expect(addWorkingMinutes(calendar, at(start), -amount)).toEqual(at(begin))
      }),
      { numRuns: 400 },
    )
  })

  it('agrees with the oracle on which moments are worked and which opening is next', () => {
    fc.assert(
      fc.property(calendars, minuteOfRange, fc.integer({ min: 0, max: 59 }), (calendar, start, seconds) => {
        const worked = paintMinutes(calendar)
        if (start < worked.length)
          expect(isWorkingMoment(calendar, at(start, seconds))).toBe(worked[start] === 1)
        const next = worked.indexOf(1, start)
        if (next === start)
          expect(nextWorkingMoment(calendar, at(start, seconds))).toEqual(at(start, seconds))
        if (next > start) expect(nextWorkingMoment(calendar, at(start, seconds))).toEqual(at(next))
      }),
      { numRuns: 300 },
    )
  })

  it('is additive at any second: f(a,b) + f(b,c) = f(a,c); and adding then counting gives the amount back', () => {
    const moment = fc
      .integer({ min: 0, max: DAYS * 86_400 })
      .map((second) => new Date(ORIGIN + second * 1000))
    fc.assert(
      fc.property(
        calendars,
        moment,
        moment,
        moment,
        fc.integer({ min: 0, max: 900 }),
        (calendar, a, b, c, amount) => {
          const count = (from: Date, to: Date) => workingMinutesBetween(calendar, from, to)
          expect(count(a, b) + count(b, c)).toBe(count(a, c))
          if (count(a, at(DAYS * 1440)) <= amount) return
          expect(count(a, addWorkingMinutes(calendar, a, amount))).toBe(amount)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('counts and adds working days consistently', () => {
    const day = fc.integer({ min: 0, max: DAYS }).map((offset) => isoDay(FIRST_DAY + offset))
    fc.assert(
      fc.property(calendars, day, day, day, (calendar, a, b, c) => {
        const count = (from: string, to: string) => workingDaysBetween(calendar, from, to)
        expect(count(a, b) + count(b, c)).toBe(count(a, c))
        if (b > a && isWorkingDay(calendar, b)) expect(addWorkingDays(calendar, a, count(a, b))).toBe(b)
        if (b < a && isWorkingDay(calendar, a) && isWorkingDay(calendar, b)) {
          expect(addWorkingDays(calendar, a, count(a, b))).toBe(b)
        }
      }),
      { numRuns: 300 },
    )
  })
})
