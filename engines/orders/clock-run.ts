import { roundTheClock, type WorkCalendar } from '#engines/calendar/work-calendar.ts'
import { addWorkingMilliseconds, workingMillisecondsBetween } from '#engines/calendar/working-milliseconds.ts'
import type { Clock } from './clock.ts'

/** A part of a clock's life over one calendar, running or held; `to` null is open. */
interface Stretch {
  readonly from: Date
  readonly to: Date | null
  readonly held: boolean
  readonly calendar: WorkCalendar
}

/**
 * The moment at which the clock has run so long, the earliest there is; `start` for nothing or less.
 * Null while an open pause keeps it from being known.
 */
export function momentReached(clock: Clock, calendar: WorkCalendar, amount: number): Date | null {
  if (amount <= 0) return clock.start
  let remaining = amount
  for (const stretch of stretchesOf(clock, calendar)) {
    if (stretch.held) continue
    if (!stretch.to) return addWorkingMilliseconds(stretch.calendar, stretch.from, remaining)
    const ran = workingMillisecondsBetween(stretch.calendar, stretch.from, stretch.to)
    if (ran >= remaining) return addWorkingMilliseconds(stretch.calendar, stretch.from, remaining)
    remaining -= ran
  }
  return null
}

/** Working milliseconds the clock has run until the moment (or until it stopped, if that is earlier). */
export function runMilliseconds(clock: Clock, calendar: WorkCalendar, until: Date): number {
  return sum(clock, calendar, until, false)
}

/** Working milliseconds the clock has been held until the moment (or until it stopped). */
export function heldMilliseconds(clock: Clock, calendar: WorkCalendar, until: Date): number {
  return sum(clock, calendar, until, true)
}

function sum(clock: Clock, calendar: WorkCalendar, until: Date, held: boolean): number {
  const end = clock.stoppedAt && clock.stoppedAt < until ? clock.stoppedAt : until
  return stretchesOf(clock, calendar)
    .filter((stretch) => stretch.held === held && stretch.from < end)
    .map(({ calendar: over, from, to }) => workingMillisecondsBetween(over, from, to && to < end ? to : end))
    .reduce((total, part) => total + part, 0)
}

/** The clock's life from its start, cut wherever a pause or a new term begins or ends; the last part is open. */
function stretchesOf(clock: Clock, calendar: WorkCalendar): Stretch[] {
  const counts = (from: Date) => !clock.stoppedAt || from < clock.stoppedAt
  const pauses = clock.pauses
    .filter((pause) => counts(pause.from))
    // A stopped clock is not held any longer: its due moment is known even if the order is paused later.
    .map(({ from, to }) => ({ from, to: to && counts(to) ? to : clock.stoppedAt }))
  const terms = clock.terms.filter((term, index) => index === 0 || counts(term.from))
  const cuts = [
    clock.start,
    ...terms.map((term) => term.from),
    ...pauses.flatMap(({ from, to }) => (to ? [from, to] : [from])),
  ]
    .filter((cut) => cut >= clock.start)
    .map((cut) => cut.getTime())
  return [...new Set(cuts)]
    .sort((a, b) => a - b)
    .map((cut, index, all): Stretch => {
      const from = new Date(cut)
      const next = all[index + 1]
      const term = terms.findLast((candidate) => candidate.from <= from)
      return {
        from,
        to: next === undefined ? null : new Date(next),
        held: pauses.some((pause) => pause.from <= from && (pause.to === null || pause.to > from)),
        calendar: term?.roundTheClock ? roundTheClock : calendar,
      }
    })
}
