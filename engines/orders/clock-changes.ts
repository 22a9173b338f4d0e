import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import { type Clock, checkPledgeMinutes, provisionalDueAt } from './clock.ts'

/**
 * A clock after a change, and what the change did to the due moment (while paused: to the provisional one).
 * A due moment that moved earlier never does so silently: `movedEarlierByMinutes` is then above zero, in elapsed
 * minutes rounded up, and the caller records it with the change and tells the holder. Null: not earlier.
 */
export interface ClockChange {
  readonly clock: Clock
  readonly dueBefore: Date
  readonly dueAfter: Date
  readonly movedEarlierByMinutes: number | null
}

/** Holds the clock from `at`. RangeError without a reason, or if it is held, stopped or not yet started. */
export function pauseClock(clock: Clock, calendar: WorkCalendar, at: Date, reason: string): ClockChange {
  checkRunning(clock, at)
  if (reason.trim() === '') throw new RangeError('a pause needs its reason')
  if (clock.pauses.some((pause) => pause.to === null)) throw new RangeError('the clock is held already')
  return change(clock, { ...clock, pauses: [...clock.pauses, { from: at, to: null, reason }] }, calendar, at)
}

/** Lets the clock run on from `at`. RangeError if it is not held, or held only later. */
export function resumeClock(clock: Clock, calendar: WorkCalendar, at: Date): ClockChange {
  checkRunning(clock, at)
  const open = clock.pauses.find((pause) => pause.to === null)
  if (!open || open.from > at) throw new RangeError('the clock is not held')
  const pauses = clock.pauses.map((pause) => (pause === open ? { ...pause, to: at } : pause))
  return change(clock, { ...clock, pauses }, calendar, at)
}

/**
 * A new pledge from `at` on, after a change of priority, urgency or item. Time used counts as used and held time
 * stays held; only what is left changes. A pledge shorter than the time already used is due in the past: to
 * leave somebody a fair rest, pledge used time plus the rest.
 * RangeError for no whole minutes, a stopped clock, or a moment before the term in force.
 */
export function changePledge(
  clock: Clock,
  calendar: WorkCalendar,
  at: Date,
  pledge: { minutes: number; roundTheClock: boolean },
): ClockChange {
  checkRunning(clock, at)
  checkPledgeMinutes(pledge.minutes)
  if (clock.terms.some((term) => term.from > at)) throw new RangeError('a later pledge is in force')
  const { minutes, roundTheClock } = pledge
  return change(
    clock,
    { ...clock, terms: [...clock.terms, { from: at, minutes, roundTheClock }] },
    calendar,
    at,
  )
}

function checkRunning(clock: Clock, at: Date): void {
  if (clock.stoppedAt) throw new RangeError('the clock has stopped')
  if (!(at >= clock.start)) throw new RangeError('the clock has not started')
}

function change(before: Clock, after: Clock, calendar: WorkCalendar, at: Date): ClockChange {
  const dueBefore = provisionalDueAt(before, calendar, at)
  const dueAfter = provisionalDueAt(after, calendar, at)
  const earlierBy = dueBefore.getTime() - dueAfter.getTime()
  return {
    clock: after,
    dueBefore,
    dueAfter,
    movedEarlierByMinutes: earlierBy > 0 ? Math.ceil(earlierBy / 60_000) : null,
  }
}
