import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWindows } from '#engines/calendar/parse-windows.ts'
import { makeWorkCalendar } from '#engines/calendar/work-calendar.ts'
import { workingMinutesBetween } from '#engines/calendar/working-minutes-between.ts'
import { dueAt, readClock } from './clock.ts'
import { type OrderEvent, readClocks } from './clock-events.ts'
import { buildLedger, isAtWork } from './ledger.ts'
import { explainBreach } from './ledger-breach.ts'

const hours = parseWindows('08:30-12:00, 14:00-17:30')
const office = makeWorkCalendar({ 1: hours, 2: hours, 3: hours, 4: hours, 5: hours })
const at = (text: string) => new Date(`${text}+08:00`)
const monday = (time: string) => at(`2026-11-16T${time}`)

const story: OrderEvent[] = [
  { kind: 'received', at: monday('09:00'), holder: 'desk', role: 'desk' },
  { kind: 'pledged', at: monday('09:00'), respondMinutes: 30, finishMinutes: 120, roundTheClock: false },
  { kind: 'assigned', at: monday('09:20'), holder: 'wang', role: 'worker' },
  { kind: 'accepted', at: monday('09:30'), holder: 'wang', role: 'worker', responds: 'human' },
  { kind: 'started', at: monday('10:00') },
  { kind: 'paused', at: monday('10:10'), reason: '等待配件' },
  { kind: 'resumed', at: monday('14:10') },
  { kind: 'transferred', at: monday('14:40'), holder: 'zhao', role: 'worker' },
  { kind: 'started', at: monday('15:00') },
  { kind: 'finished', at: monday('15:40'), holder: 'li', role: 'requester' },
  { kind: 'confirmed', at: monday('16:40') },
]

describe('orders: the per-hop ledger', () => {
  it('names holder, phase, held time and reason of every stretch', () => {
    const rows = buildLedger(story, office, monday('18:00'))
    const lines = rows.map((row) => [
      row.holder,
      row.phase,
      row.calendarMinutes,
      row.workingMinutes,
      row.heldMinutes,
    ])
    expect(lines).toEqual([
      ['desk', 'reception', 20, 20, 0],
      ['wang', 'assigned', 10, 10, 0],
      ['wang', 'accepted', 30, 30, 0],
      ['wang', 'working', 10, 10, 0],
      ['wang', 'working', 240, 120, 120],
      ['wang', 'working', 30, 30, 0],
      ['zhao', 'assigned', 20, 20, 0],
      ['zhao', 'working', 40, 40, 0],
      ['li', 'confirming', 60, 60, 0],
    ])
    expect(rows.map((row) => row.pauseReason).filter(Boolean)).toEqual(['等待配件'])
  })

  it('runs to now while the order is open, and can be read as of any earlier moment', () => {
    expect(buildLedger(story, office, monday('09:25')).map((row) => [row.holder, row.to])).toEqual([
      ['desk', monday('09:20')],
      ['wang', monday('09:25')],
    ])
    expect(buildLedger(story, office, monday('08:00'))).toEqual([])
  })

  it('is not moved by events of an offline phone that arrive after the end, but by a reopening', () => {
    const late: OrderEvent = { kind: 'started', at: monday('17:00') }
    expect(buildLedger([...story, late], office, monday('18:00'))).toEqual(
      buildLedger(story, office, monday('18:00')),
    )
    const again: OrderEvent = { kind: 'reopened', at: monday('17:10'), holder: 'zhao', role: 'worker' }
    const rows = buildLedger([...story, again], office, monday('17:20'))
    expect(rows.slice(-2).map((row) => [row.holder, row.phase, row.workingMinutes])).toEqual([
      ['li', 'closed', 30],
      ['zhao', 'assigned', 10],
    ])
  })

  it('refuses a life that begins in nobody’s hands', () => {
    expect(() => buildLedger([{ kind: 'started', at: monday('09:00') }], office, monday('10:00'))).toThrow(
      /received/,
    )
    expect(() => buildLedger([], office, monday('10:00'))).toThrow(RangeError)
  })
})

describe('orders: a breach is explained by who held the order', () => {
  it('names the holder when the due moment passed and the share of each', () => {
    const due = dueAt(readClocks(story)?.finish ?? expect.fail('no clocks'), office) as Date
    expect(due).toEqual(monday('15:00'))
    const rows = buildLedger(story, office, monday('18:00'))
    expect(explainBreach(rows, due, office)).toEqual({
      holderWhenDue: 'zhao',
      roleWhenDue: 'worker',
      overdueMinutes: 40,
      shares: [
        { holder: 'wang', role: 'worker', minutesBeforeDue: 80, minutesAfterDue: 0, share: 0.5 },
        { holder: 'zhao', role: 'worker', minutesBeforeDue: 20, minutesAfterDue: 40, share: 0.375 },
        { holder: 'desk', role: 'desk', minutesBeforeDue: 20, minutesAfterDue: 0, share: 0.125 },
      ],
    })
  })

  it('explains nothing where the work ended in time, and lays a hand-over at the due moment on the giver', () => {
    const rows = buildLedger(story, office, monday('18:00'))
    expect(explainBreach(rows, monday('15:40'), office)).toBeNull()
    expect(explainBreach(rows, monday('14:40'), office)?.holderWhenDue).toBe('wang')
  })
})

const kinds = [
  'assigned',
  'accepted',
  'transferred',
  'returned',
  'started',
  'paused',
  'resumed',
  'replied',
] as const
const ends = ['finished', 'reopened', 'confirmed', 'withdrawn'] as const
const people = fc.constantFrom('desk', 'wang', 'zhao', 'vendor')
const life = (seconds: boolean) =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 59 }),
        fc.constantFrom(...kinds, ...ends),
        people,
      ),
      {
        maxLength: 14,
      },
    )
    .map((steps) => {
      const pledge = { respondMinutes: 30, finishMinutes: 300, roundTheClock: false }
      const events: OrderEvent[] = [
        { kind: 'received', at: monday('08:40'), holder: 'desk', role: 'desk' },
        { kind: 'pledged', at: monday('08:40'), ...pledge },
      ]
      let moment = monday('08:40').getTime()
      for (const [minutes, second, kind, holder] of steps) {
        moment += minutes * 60_000 + (seconds ? second * 1000 : 0)
        events.push({ kind, at: new Date(moment), holder, role: 'worker', reason: '等待配件' })
      }
      return events
    })
const nows = fc
  .integer({ min: 0, max: 12_000 })
  .map((minutes) => new Date(monday('08:40').getTime() + minutes * 60_000))

describe('orders: a per-hop ledger explains every minute', () => {
  it('cuts the time from creation to now or the end without gap or overlap, and its minutes add up', () => {
    fc.assert(
      fc.property(life(true), nows, (events, now) => {
        const rows = buildLedger(events, office, now)
        let edge = monday('08:40')
        for (const row of rows) {
          expect(row.from).toEqual(edge)
          expect(row.to > row.from).toBe(true)
          expect(row.heldMinutes).toBe(row.pauseReason ? row.workingMinutes : 0)
          edge = row.to
        }
        const ended = events.some(
          ({ kind, at }) => (kind === 'confirmed' || kind === 'withdrawn') && at.getTime() === edge.getTime(),
        )
        expect(edge.getTime() === now.getTime() || ended).toBe(true)
        const working = rows.reduce((sum, row) => sum + row.workingMinutes, 0)
        expect(working).toBe(workingMinutesBetween(office, monday('08:40'), edge))
        const elapsed = rows.reduce((sum, row) => sum + row.calendarMinutes, 0)
        expect(elapsed).toBe(Math.floor((edge.getTime() - monday('08:40').getTime()) / 60_000))
      }),
      { numRuns: 400 },
    )
  })

  it('reads the same of the past, whatever comes later', () => {
    fc.assert(
      fc.property(life(true), nows, nows, (events, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a]
        const past = buildLedger(events, office, early).slice(0, -1)
        expect(buildLedger(events, office, late).slice(0, past.length)).toEqual(past)
      }),
      { numRuns: 300 },
    )
  })

  it('agrees with the finish clock on what was used', () => {
    fc.assert(
      fc.property(life(false), nows, (events, now) => {
        const known = events.filter(({ at }) => at <= now)
        const clock = readClocks(known)?.finish ?? expect.fail('no clocks')
        const used = buildLedger(events, office, now)
          .filter((row) => isAtWork(row) && row.pauseReason === null)
          .reduce((sum, row) => sum + row.workingMinutes, 0)
        expect(readClock(clock, office, now).usedMinutes).toBe(used)
      }),
      { numRuns: 400 },
    )
  })

  it('shares of a breach add up to one', () => {
    fc.assert(
      fc.property(life(true), nows, nows, (events, now, due) => {
        const breach = explainBreach(buildLedger(events, office, now), due, office)
        const total = breach?.shares.reduce((sum, { share }) => sum + share, 0) ?? 1
        expect(Math.abs(total - 1) < 1e-9 || total === 0).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
