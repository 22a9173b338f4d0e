import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import { heldMilliseconds, momentReached, runMilliseconds } from './clock-run.ts'

const MINUTE = 60_000

/**
 * What is promised from a moment on: so many minutes, counted over the work calendar or, for urgent 24-hour
 * items, round the clock. A change of pledge, priority or urgency begins a new term.
 */
export interface PledgeTerm {
  readonly from: Date
  readonly minutes: number
  readonly roundTheClock: boolean
}

/** A stretch in which the clock stands still, always with its reason; `to` null while it lasts. */
export interface Pause {
  readonly from: Date
  readonly to: Date | null
  readonly reason: string
}

/**
 * One pledge (承诺) of a service order as a stopwatch: it runs in working time from `start`, stands still in
 * pauses, and the pledge is due when it has run as many minutes as the term in force promises. So held time is
 * never forgotten, whatever the pledge becomes: due = start + pledge + held, all in working minutes.
 * Terms are in order, the first from `start`. Pauses may overlap. What comes after `stoppedAt` does not count.
 */
export interface Clock {
  readonly start: Date
  readonly terms: readonly PledgeTerm[]
  readonly pauses: readonly Pause[]
  readonly stoppedAt: Date | null
}

/** Starts a clock. RangeError if the pledge is not a whole number of minutes above zero. */
export function startClock(start: Date, pledge: { minutes: number; roundTheClock: boolean }): Clock {
  checkPledgeMinutes(pledge.minutes)
  const { minutes, roundTheClock } = pledge
  return { start, terms: [{ from: start, minutes, roundTheClock }], pauses: [], stoppedAt: null }
}

/** RangeError if the pledge is not a whole number of minutes above zero. */
export function checkPledgeMinutes(minutes: number): void {
  if (!Number.isInteger(minutes) || minutes < 1) throw new RangeError(`not a pledge in minutes: ${minutes}`)
}

/**
 * The moment by which the pledge is due; null while a pause leaves it open. A pause that began after the due
 * moment changes nothing. NoWorkingTimeError if the calendar has no hours.
 */
export function dueAt(clock: Clock, calendar: WorkCalendar): Date | null {
  return momentReached(clock, calendar, pledgedMilliseconds(clock))
}

/** The due moment, and while a pause leaves it open, what it would be if work went on at `now`. */
export function provisionalDueAt(clock: Clock, calendar: WorkCalendar, now: Date): Date {
  const due = dueAt(clock, calendar) ?? dueAt(resumedAt(clock, now), calendar)
  if (!due) throw new RangeError('a clock without an open pause is always due')
  return due
}

/** The clock as it would be if every open pause ended at the moment (or as it begins, if that is later). */
function resumedAt(clock: Clock, at: Date): Clock {
  const end = (pause: Pause) => pause.to ?? (at > pause.from ? at : pause.from)
  return { ...clock, pauses: clock.pauses.map((pause) => ({ ...pause, to: end(pause) })) }
}

/** How a clock stands: `met` and `missed` are final, the others are of the moment. */
export type ClockState = 'running' | 'paused' | 'overdue' | 'met' | 'missed'

/** A clock read at a moment; minutes are working minutes, cut to whole ones. */
export interface ClockReading {
  readonly state: ClockState
  readonly dueAt: Date
  /** A pause is open: `dueAt` is what it would be if work went on now. */
  readonly provisional: boolean
  readonly usedMinutes: number
  readonly heldMinutes: number
  /** Pledged less used; negative once overdue. */
  readonly remainingMinutes: number
}

/** Reads a clock for boards, lists and figures. On time means finished at the due moment or before it. */
export function readClock(clock: Clock, calendar: WorkCalendar, now: Date): ClockReading {
  const due = provisionalDueAt(clock, calendar, now)
  const provisional = dueAt(clock, calendar) === null
  const usedMinutes = Math.floor(runMilliseconds(clock, calendar, now) / MINUTE)
  return {
    state: stateOf(clock, due, now),
    dueAt: due,
    provisional,
    usedMinutes,
    heldMinutes: Math.floor(heldMilliseconds(clock, calendar, now) / MINUTE),
    remainingMinutes: Math.ceil(pledgedMilliseconds(clock) / MINUTE) - usedMinutes,
  }
}

function stateOf(clock: Clock, due: Date, now: Date): ClockState {
  if (clock.stoppedAt) return clock.stoppedAt <= due ? 'met' : 'missed'
  if (now > due) return 'overdue'
  return clock.pauses.some((pause) => pause.from <= now && (pause.to === null || pause.to > now))
    ? 'paused'
    : 'running'
}

/** What the term in force promises, in milliseconds; a change after the clock stopped does not count. */
export function pledgedMilliseconds(clock: Clock): number {
  const { stoppedAt } = clock
  const term = clock.terms.findLast(({ from }, index) => index === 0 || !stoppedAt || from < stoppedAt)
  if (!term) throw new RangeError('a clock without a pledge')
  return Math.round(term.minutes * MINUTE)
}
