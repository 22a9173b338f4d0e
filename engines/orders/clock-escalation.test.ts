import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWindows } from '#engines/calendar/parse-windows.ts'
import { makeWorkCalendar } from '#engines/calendar/work-calendar.ts'
import { type Clock, provisionalDueAt, startClock } from './clock.ts'
import { type ClockChange, changePledge, pauseClock, resumeClock } from './clock-changes.ts'
import { dueEscalations } from './clock-escalation.ts'

const hours = parseWindows('08:30-12:00, 14:00-17:30')
const office = makeWorkCalendar({ 1: hours, 2: hours, 3: hours, 4: hours, 5: hours })
const at = (text: string) => new Date(`${text}+08:00`)
const monday = (time: string) => at(`2026-11-16T${time}`)
const steps = [
  { name: 'warn', offsetMinutes: -60 },
  { name: 'overdue', offsetMinutes: 0 },
  { name: 'level-1', offsetMinutes: 60 },
  { name: 'level-2', offsetMinutes: 240 },
]
const clock = startClock(monday('09:00'), { minutes: 120, roundTheClock: false })
const fired = (of: Clock, lastRunAt: Date, now: Date) =>
  dueEscalations(of, office, steps, lastRunAt, now).map(({ step, at }) => `${step.name} ${localTime(at)}`)
const localTime = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(5, 16)

describe('orders: escalation in steps', () => {
  it('counts negative and positive offsets in working minutes from the due moment', () => {
    expect(fired(clock, monday('08:00'), at('2026-11-17T17:00'))).toEqual([
      'warn 11-16T10:00',
      'overdue 11-16T11:00',
      'level-1 11-16T12:00',
      'level-2 11-16T17:00',
    ])
    const morning = startClock(monday('08:30'), { minutes: 450, roundTheClock: false }) // due Tuesday 09:00
    expect(fired(morning, monday('08:00'), at('2026-11-17T08:30'))).toEqual(['warn 11-16T17:00'])
  })

  it('returns every step missed in down time, each exactly once', () => {
    expect(fired(clock, monday('10:30'), monday('13:00'))).toEqual([
      'overdue 11-16T11:00',
      'level-1 11-16T12:00',
    ])
    expect(fired(clock, monday('13:00'), monday('13:30'))).toEqual([])
    expect(fired(clock, monday('09:59'), monday('10:00'))).toEqual(['warn 11-16T10:00'])
    expect(fired(clock, monday('10:00'), monday('10:01'))).toEqual([])
  })

  it('warns at the start where the pledge is shorter than the warning', () => {
    const short = startClock(monday('09:00'), { minutes: 30, roundTheClock: false })
    expect(fired(short, monday('08:59'), monday('09:00'))).toEqual(['warn 11-16T09:00'])
  })

  it('holds what is still to come while paused, and fires nothing once stopped', () => {
    const paused = pauseClock(clock, office, monday('10:30'), '等待配件').clock
    expect(fired(paused, monday('08:00'), monday('17:00'))).toEqual(['warn 11-16T10:00'])
    const resumed = resumeClock(paused, office, monday('15:00')).clock
    expect(fired(resumed, monday('10:31'), monday('17:00'))).toEqual([
      'overdue 11-16T15:30',
      'level-1 11-16T16:30',
    ])
    expect(fired({ ...clock, stoppedAt: monday('11:00') }, monday('08:00'), monday('17:00'))).toEqual([
      'warn 11-16T10:00',
    ])
  })

  it('fires at the change where a shorter pledge is already used up, and again where a longer one puts it off', () => {
    const shorter = changePledge(clock, office, monday('10:30'), { minutes: 60, roundTheClock: false }).clock
    expect(fired(shorter, monday('10:29'), monday('11:30'))).toEqual([
      'overdue 11-16T10:30',
      'level-1 11-16T11:00',
    ])
    const longer = changePledge(clock, office, monday('10:30'), { minutes: 180, roundTheClock: false }).clock
    expect(fired(longer, monday('08:00'), monday('12:00'))).toEqual([
      'warn 11-16T10:00',
      'warn 11-16T11:00',
      'overdue 11-16T12:00',
    ])
    const justInTime = changePledge(clock, office, monday('10:00'), {
      minutes: 180,
      roundTheClock: false,
    }).clock
    expect(fired(justInTime, monday('08:00'), monday('11:00'))).toEqual(['warn 11-16T11:00'])
  })
})

interface Operation {
  readonly after: number
  readonly kind: 'pause' | 'resume' | 'pledge'
  readonly minutes: number
  readonly roundTheClock: boolean
}

const operations = fc.array(
  fc.record<Operation>({
    after: fc.integer({ min: 0, max: 700 }),
    kind: fc.constantFrom('pause', 'resume', 'pledge'),
    minutes: fc.integer({ min: 1, max: 900 }),
    roundTheClock: fc.boolean(),
  }),
  { maxLength: 8 },
)

/** Applies what is possible at the time; undefined where the clock refuses it. */
function apply(to: Clock, { kind, minutes, roundTheClock }: Operation, when: Date): ClockChange | undefined {
  const paused = to.pauses.some((pause) => pause.to === null)
  if (kind === 'pledge') return changePledge(to, office, when, { minutes, roundTheClock })
  if (kind === 'pause') return paused ? undefined : pauseClock(to, office, when, '等待配件')
  return paused ? resumeClock(to, office, when) : undefined
}

/** The clock as it stood after each operation, with the moment of it. */
function history(list: readonly Operation[]): { when: Date; change?: ClockChange; clock: Clock }[] {
  const states: { when: Date; change?: ClockChange; clock: Clock }[] = [{ when: clock.start, clock }]
  for (const operation of list) {
    const last = states.at(-1)
    if (!last) return states
    const when = new Date(last.when.getTime() + operation.after * 60_000)
    const change = apply(last.clock, operation, when)
    states.push({ when, change, clock: change?.clock ?? last.clock })
  }
  return states
}

describe('orders: clocks under any history', () => {
  it('fires each step exactly once over any runs, although the order changes between them', () => {
    const runs = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(operations, runs, (list, gaps) => {
        const states = history(list)
        const byRuns: string[] = []
        let last = monday('08:00')
        for (const gap of gaps) {
          const now = new Date(last.getTime() + gap * 60_000)
          const known = states.findLast(({ when }) => when <= now) // nothing before the order came
          if (known) byRuns.push(...fired(known.clock, last, now))
          last = now
        }
        expect(byRuns).toEqual(fired(states.at(-1)?.clock ?? clock, monday('08:00'), last))
      }),
      { numRuns: 300 },
    )
  })

  it('never moves the due moment earlier without saying so', () => {
    fc.assert(
      fc.property(operations, (list) => {
        const states = history(list)
        for (const [index, { when, change, clock: after }] of states.entries()) {
          const before = states[index - 1]
          if (!before || !change) continue
          const moved =
            provisionalDueAt(before.clock, office, when).getTime() -
            provisionalDueAt(after, office, when).getTime()
          expect(change.movedEarlierByMinutes ?? 0).toBe(Math.max(0, Math.ceil(moved / 60_000)))
          if (change.clock.terms === before.clock.terms) expect(change.movedEarlierByMinutes).toBeNull()
        }
      }),
      { numRuns: 300 },
    )
  })
})
