import { describe, expect, it } from 'vitest'
import type { Axis } from './axis.ts'
import {
  addDays,
  clockSpan,
  dayOf,
  isoOf,
  minuteOf,
  startOfDay,
  weekOf,
  weeksOfMonth,
} from './china-minutes.ts'
import { freeGaps } from './free-gaps.ts'
import type { GridItem } from './grid-shapes.ts'
import { placeItems } from './place-items.ts'

const axis: Axis = { open: 7 * 60, close: 21 * 60, step: 15 }
const day = startOfDay('2026-11-23')
const iso = (clock: string, on = '2026-11-23') => `${on}T${clock}:00+08:00`
const item = (id: string, from: string, to: string, more: Partial<GridItem> = {}): GridItem => ({
  id,
  rowId: 'a',
  from: iso(from),
  to: iso(to),
  title: id,
  tone: 'good',
  state: '已定',
  movable: true,
  ...more,
})

describe('the calendar of China', () => {
  it('counts days and clocks by UTC+8 whatever the zone of the computer', () => {
    expect(isoOf(minuteOf('2026-11-22T16:05:00Z'))).toBe('2026-11-23T00:05:00+08:00')
    expect(dayOf(minuteOf('2026-11-22T15:59:00Z'))).toBe('2026-11-22')
    expect(clockSpan(minuteOf(iso('22:00')), minuteOf(iso('00:00', '2026-11-24')))).toBe('22:00–24:00')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  })

  it('begins weeks on Monday, and gives a month the weeks that it touches', () => {
    expect(weekOf('2026-11-22')).toEqual([16, 17, 18, 19, 20, 21, 22].map((n) => `2026-11-${n}`))
    expect(weekOf('2026-11-23')[0]).toBe('2026-11-23')
    const november = weeksOfMonth('2026-11-15')
    expect(november).toHaveLength(6)
    expect([november[0]![0], november[5]![6]]).toEqual(['2026-10-26', '2026-12-06'])
    expect(weeksOfMonth('2027-02-10')).toHaveLength(4)
  })
})

describe('the places of items', () => {
  const places = (...items: GridItem[]) =>
    placeItems(axis, [day], items).map(({ item: { id }, start, end, lane, lanes }) => [
      id,
      start,
      end,
      lane,
      lanes,
    ])
  it('stand by their time; those one after the other share a lane', () => {
    expect(places(item('b', '10:00', '11:00'), item('a', '09:00', '10:00'))).toEqual([
      ['a', 120, 180, 0, 1],
      ['b', 180, 240, 0, 1],
    ])
  })

  it('stand below each other when they overlap, as few as can be', () => {
    expect(
      places(
        item('a', '09:00', '12:00'),
        item('b', '09:30', '10:00'),
        item('c', '10:00', '11:00'),
        item('d', '13:00', '14:00'),
      ),
    ).toEqual([
      ['a', 120, 300, 0, 2],
      ['b', 150, 180, 1, 2],
      ['c', 180, 240, 1, 2],
      ['d', 360, 420, 0, 1],
    ])
  })

  it('are cut at the shown hours, and left out outside of them', () => {
    const [early, late] = placeItems(
      axis,
      [day],
      [item('night', '00:00', '06:59'), item('early', '05:00', '08:00'), item('late', '20:00', '23:00')],
    )
    expect(early).toMatchObject({ start: 0, end: 60, cutStart: true, cutEnd: false })
    expect(late).toMatchObject({ start: 780, end: 840, cutStart: false, cutEnd: true })
    expect(places(item('night', '00:00', '07:00'))).toEqual([])
  })
})

describe('free gaps', () => {
  const row = { id: 'a', title: 'A', closed: [{ from: iso('07:00'), to: iso('08:00') }] }
  const gaps = (items: GridItem[], now = 0) =>
    freeGaps(
      axis,
      day,
      row,
      items,
      [{ rowId: 'a', from: iso('19:00'), to: iso('21:00'), reason: '检修' }],
      now,
    ).map(({ from, to }) => clockSpan(from, to))
  it('lie between items with their buffers, blackouts and closed hours', () => {
    expect(gaps([])).toEqual(['08:00–19:00'])
    expect(gaps([item('x', '10:00', '11:00', { bufferBeforeMinutes: 30, bufferAfterMinutes: 10 })])).toEqual([
      '08:00–09:30',
      '11:15–19:00',
    ])
  })

  it('are a step long at least, and not in the past', () => {
    expect(gaps([item('x', '08:10', '12:00'), item('y', '12:10', '18:00')])).toEqual(['18:00–19:00'])
    expect(gaps([], minuteOf(iso('12:01')))).toEqual(['12:15–19:00'])
    expect(gaps([], minuteOf(iso('19:00')))).toEqual([])
    expect(gaps([item('x', '07:00', '20:00'), item('y', '08:30', '09:00')])).toEqual([])
  })
})
