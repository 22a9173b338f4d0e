import { describe, expect, it } from 'vitest'
import { addWorkingMinutes } from './add-working-minutes.ts'
import { localDayOf, startOfLocalDay } from './local-day.ts'
import { overlayCalendar } from './overlay-calendar.ts'
import { formatWindows, parseWindows } from './parse-windows.ts'
import { statutoryDays, statutoryExceptions } from './statutory-days.ts'
import { makeWorkCalendar, roundTheClock, type WorkCalendar } from './work-calendar.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'
import { workingMinutesBetween } from './working-minutes-between.ts'
import { isWorkingMoment, nextWorkingMoment } from './working-moment.ts'
import { NoWorkingTimeError } from './working-spans.ts'

const hours = parseWindows('08:30-12:00, 14:00-17:30')
const weekly = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours }
const office = makeWorkCalendar(weekly, statutoryExceptions(statutoryDays(2026, 2026)))
const at = (text: string) => new Date(`${text}+08:00`)
const add = (calendar: WorkCalendar, start: string, minutes: number) =>
  addWorkingMinutes(calendar, at(start), minutes)

describe('work calendar, by example', () => {
  it('skips the lunch gap', () => {
    expect(add(office, '2026-11-16T11:30', 60)).toEqual(at('2026-11-16T14:30'))
    expect(workingMinutesBetween(office, at('2026-11-16T11:30'), at('2026-11-16T14:30'))).toBe(60)
    expect(isWorkingMoment(office, at('2026-11-16T12:00'))).toBe(false)
    expect(isWorkingMoment(office, at('2026-11-16T14:00'))).toBe(true)
  })

  it('ends work that fills the day at closing time, not next morning', () => {
    expect(add(office, '2026-11-16T08:30', 420)).toEqual(at('2026-11-16T17:30'))
  })

  it('carries an order of Friday 17:29 over the weekend to the second', () => {
    expect(add(office, '2026-11-20T17:29', 30)).toEqual(at('2026-11-23T08:59'))
    expect(add(office, '2026-11-20T17:29:40', 1)).toEqual(at('2026-11-23T08:30:40'))
    expect(add(office, '2026-11-23T08:59', -30)).toEqual(at('2026-11-20T17:29'))
  })

  it('rests in the National Day week and works the make-up days around it (2026: 20 Sept, 10 Oct)', () => {
    expect(add(office, '2026-09-30T17:00', 60)).toEqual(at('2026-10-08T09:00'))
    expect(workingMinutesBetween(office, at('2026-10-01T00:00'), at('2026-10-08T00:00'))).toBe(0)
    expect(isWorkingDay(office, '2026-09-20')).toBe(true)
  })

  it('works the 调休 Saturday and rests on the Sunday after it', () => {
    expect(add(office, '2026-10-09T17:00', 60)).toEqual(at('2026-10-10T09:00'))
    expect(add(office, '2026-10-10T17:00', 60)).toEqual(at('2026-10-12T09:00'))
    expect(workingDaysBetween(office, '2026-09-30', '2026-10-12')).toBe(4)
    expect(addWorkingDays(office, '2026-09-30', 3)).toBe('2026-10-10')
    expect(addWorkingDays(office, '2026-10-12', -1)).toBe('2026-10-10')
    expect(addWorkingDays(office, '2026-10-11', 0)).toBe('2026-10-11')
  })

  it('counts the night shift of a 夜间 ticket across midnight, and a holiday does not cut its tail', () => {
    const shift = parseWindows('22:00-06:00')
    const nights = makeWorkCalendar({ 3: shift }, [['2026-11-19', { kind: 'holiday', name: '停' }]])
    expect(add(nights, '2026-11-18T23:30', 60)).toEqual(at('2026-11-19T00:30'))
    expect(isWorkingMoment(nights, at('2026-11-19T05:59'))).toBe(true)
    expect(isWorkingMoment(nights, at('2026-11-19T06:00'))).toBe(false)
    expect(isWorkingDay(nights, '2026-11-19')).toBe(false)
  })

  it('takes a night ticket of an office at the next opening', () => {
    expect(nextWorkingMoment(office, at('2026-11-21T02:10'))).toEqual(at('2026-11-23T08:30'))
    expect(add(office, '2026-11-21T02:10', 30)).toEqual(at('2026-11-23T09:00'))
  })

  it('lets the urgent 24-hour clock run through night and holiday', () => {
    expect(add(roundTheClock, '2026-10-02T23:50', 30)).toEqual(at('2026-10-03T00:20'))
    expect(workingMinutesBetween(roundTheClock, at('2026-10-01T00:00'), at('2026-10-08T00:00'))).toBe(10_080)
  })

  it('keeps to a half day', () => {
    const half = { kind: 'half-day', name: '妇女节', windows: parseWindows('08:30-12:00') } as const
    const calendar = overlayCalendar(office, makeWorkCalendar({}, [['2026-11-16', half]]))
    expect(add(calendar, '2026-11-16T11:30', 60)).toEqual(at('2026-11-17T09:00'))
  })

  it('lays a site over the bureau: its hours, its own day, the holidays of the bureau', () => {
    const early = parseWindows('07:00-11:00')
    const open = { kind: 'custom', name: '国庆值守', windows: parseWindows('09:00-10:00') } as const
    const site = overlayCalendar(office, makeWorkCalendar({ 1: early }, [['2026-10-02', open]]))
    expect(workingMinutesBetween(site, at('2026-11-16T00:00'), at('2026-11-18T00:00'))).toBe(240 + 420)
    expect(workingMinutesBetween(site, at('2026-10-01T00:00'), at('2026-10-04T00:00'))).toBe(60)
    expect(isWorkingMoment(site, at('2026-10-10T07:30'))).toBe(true) // the make-up Saturday follows the site's Monday
  })

  it('refuses to search for ever in a calendar without hours', () => {
    const empty = makeWorkCalendar({})
    expect(() => add(empty, '2026-11-16T08:00', 1)).toThrow(NoWorkingTimeError)
    expect(() => add(empty, '2026-11-16T08:00', -1)).toThrow(NoWorkingTimeError)
    expect(() => nextWorkingMoment(empty, at('2026-11-16T08:00'))).toThrow(NoWorkingTimeError)
    expect(() => addWorkingDays(empty, '2026-11-16', 1)).toThrow(NoWorkingTimeError)
    expect(add(empty, '2026-11-16T08:00', 0)).toEqual(at('2026-11-16T08:00'))
  })

  it('refuses input that is no moment, no day, no amount, or more than a century', () => {
    expect(() => addWorkingMinutes(office, new Date('x'), 1)).toThrow(RangeError)
    expect(() => add(office, '2026-11-16T08:00', 0.5)).toThrow(RangeError)
    expect(() => add(office, '2026-11-16T08:00', 1e11)).toThrow(/more than 109 years/)
    expect(() => workingMinutesBetween(office, at('2026-11-16T08:00'), new Date(8.64e15))).toThrow(RangeError)
    expect(() => isWorkingDay(office, '2026-02-30')).toThrow(/2026-02-30/)
    expect(() => makeWorkCalendar({ 1: [{ from: 600, to: 600 }] })).toThrow(/weekday 1/)
    expect(() => makeWorkCalendar({}, [['2026-11-16', { kind: 'half-day', name: '半天' }]])).toThrow(
      /needs its windows/,
    )
  })
})

describe('hours as people write them', () => {
  it('reads Chinese and Western punctuation and writes the same back', () => {
    expect(parseWindows('8：30—12：00，14:00至17:30')).toEqual(hours)
    expect(formatWindows(parseWindows('22:00-06:00、00:00-24:00'))).toBe('22:00–06:00, 00:00–24:00')
    expect(parseWindows(formatWindows(hours))).toEqual(hours)
    expect(parseWindows('')).toEqual([])
  })

  it('says which part it cannot read', () => {
    for (const text of ['8-12', '08:60-12:00', '24:00-25:00', '12:00-12:00']) {
      expect(() => parseWindows(text)).toThrow(text)
    }
  })
})

describe('local days', () => {
  it('change at midnight in China', () => {
    expect(localDayOf(new Date('2026-11-15T15:59:59Z'))).toBe('2026-11-15')
    expect(localDayOf(new Date('2026-11-15T16:00:00Z'))).toBe('2026-11-16')
    expect(startOfLocalDay('2026-11-16')).toEqual(new Date('2026-11-15T16:00:00Z'))
  })
})
