import { describe, expect, it } from 'vitest'
import { statutoryDays, statutoryExceptions } from '#engines/calendar/statutory-days.ts'
import { makeWorkCalendar } from '#engines/calendar/work-calendar.ts'
import { BadRule, endRule, expandRule, planSeries, turnRule } from './plan-series.ts'

const day = [{ from: 510, to: 1050 }]
const weekly = { 1: day, 2: day, 3: day, 4: day, 5: day }
const office = makeWorkCalendar(weekly, statutoryExceptions(statutoryDays(2026, 2026)))
const morning = (on: string) => ({
  from: new Date(`${on}T09:00:00+08:00`),
  to: new Date(`${on}T10:00:00+08:00`),
})
const plan = (on: string, rule: string, offDays: 'SKIP' | 'NEXT' | 'KEEP') =>
  planSeries(office, morning(on), { rule, offDays })

describe('the dates of a series', () => {
  it('Labour Day 2026 falls on a Friday: left out, moved to the next working day, or kept', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=FR;COUNT=3'
    const held = (off: 'SKIP' | 'NEXT' | 'KEEP') =>
      plan('2026-04-24', rule, off).map(({ on, moved, left }) =>
        left ? 'left' : `${on}${moved ? ' moved' : ''}`,
      )
    expect(held('SKIP')).toEqual(['2026-04-24', 'left', '2026-05-08'])
    expect(held('KEEP')).toEqual(['2026-04-24', '2026-05-01', '2026-05-08'])
    const [, next] = plan('2026-04-24', rule, 'NEXT')
    expect(next!.moved).toBe(true)
    // Whatever the notice of the year says, it is a working day, and the hour is the same.
    expect(next!.from.toISOString().slice(11, 16)).toBe('01:00')
    expect(next!.on > '2026-05-01').toBe(true)
  })

  it('a day that is moved onto another of the series is left out, not doubled', () => {
    const dates = plan('2026-03-06', 'FREQ=DAILY;COUNT=4', 'NEXT')
    // Friday, Saturday, Sunday, Monday: Saturday and Sunday both want Monday, which is taken.
    expect(dates.map(({ on, left }) => [on, left])).toEqual([
      ['2026-03-06', false],
      ['2026-03-09', true],
      ['2026-03-09', true],
      ['2026-03-09', false],
    ])
  })

  it('a worked Saturday (调休) is a working day', () => {
    const worked = [...statutoryExceptions(statutoryDays(2026, 2026))].find(
      ([, { kind }]) => kind === 'makeup',
    )![0]
    expect(plan(worked, 'FREQ=DAILY;COUNT=1', 'SKIP')[0]!.left).toBe(false)
  })

  it('reads the rules bookings need', () => {
    expect(expandRule('FREQ=MONTHLY;BYDAY=1MO;COUNT=3', '2026-03-01')).toEqual([
      '2026-03-02',
      '2026-04-06',
      '2026-05-04',
    ])
    expect(expandRule('FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', '2026-03-01')).toEqual([
      '2026-03-31',
      '2026-05-31',
      '2026-07-31',
    ])
    expect(expandRule('FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2', '2026-03-01')).toEqual([
      '2026-03-31',
      '2026-04-30',
    ])
    expect(expandRule('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20260320', '2026-03-02')).toEqual([
      '2026-03-02',
      '2026-03-05',
      '2026-03-16',
      '2026-03-19',
    ])
    expect(expandRule('FREQ=YEARLY;COUNT=2', '2026-03-02')).toEqual(['2026-03-02', '2027-03-02'])
  })

  it.each([
    'FREQ=SECONDLY;COUNT=3',
    'FREQ=DAILY',
    'FREQ=DAILY;COUNT=3;UNTIL=20270101',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=999',
    'FREQ=DAILY;INTERVAL=0;COUNT=3',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3',
    'FREQ=MONTHLY;BYMONTHDAY=32;COUNT=3',
    'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30;COUNT=2',
    'FREQ=WEEKLY;BYDAY=1MO;COUNT=3',
    'FREQ=WEEKLY;BYDAY=MO;BYDAY=TU;COUNT=3',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6;COUNT=3',
    'COUNT=3',
    'RRULE:FREQ=DAILY;COUNT=3',
    'FREQ=DAILY;COUNT=3;X=1',
  ])('refuses what has no end, makes no sense or is never met: %s', (rule) => {
    expect(() => expandRule(rule, '2026-02-01')).toThrow(BadRule)
  })

  it('cuts and turns rules', () => {
    expect(endRule('FREQ=WEEKLY;BYDAY=MO;COUNT=10', '2026-04-05')).toBe('FREQ=WEEKLY;BYDAY=MO;UNTIL=20260405')
    expect(turnRule('FREQ=WEEKLY;BYDAY=MO,SU;COUNT=2', 2)).toBe('FREQ=WEEKLY;BYDAY=WE,TU;COUNT=2')
    expect(turnRule('FREQ=WEEKLY;BYDAY=MO;COUNT=2', -1)).toBe('FREQ=WEEKLY;BYDAY=SU;COUNT=2')
    expect(turnRule('FREQ=MONTHLY;BYDAY=1MO;COUNT=2', 1)).toBe('FREQ=MONTHLY;BYDAY=1MO;COUNT=2')
    expect(turnRule('FREQ=WEEKLY;BYDAY=SA;UNTIL=20260228', 1)).toBe('FREQ=WEEKLY;BYDAY=SU;UNTIL=20260301')
  })
})
