import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import type { Clock, PledgeTerm } from './clock.ts'
import { runMilliseconds } from './clock-run.ts'

/** One holder's time with an order. */
export interface Hop {
  readonly receivedAt: Date
  /** When it was handed on or finished; null while it is held. */
  readonly handedOnAt: Date | null
}

/**
 * The own clock (时限) of a holder: it starts when the order is received, with what is left of the order's pledge,
 * but never less than `minimumMinutes`, so that a late hand-over is not the next holder's breach. Pauses and changes of
 * pledge go on to count. The order's clock is only read: nothing changes for the requester.
 */
export function hopClock(clock: Clock, calendar: WorkCalendar, hop: Hop, minimumMinutes: number): Clock {
  const usedMinutes = runMilliseconds(clock, calendar, hop.receivedAt) / 60_000
  const allowance = (term: PledgeTerm) => Math.max(term.minutes - usedMinutes, minimumMinutes)
  const inForce = clock.terms.findLastIndex((term) => term.from <= hop.receivedAt)
  const terms = clock.terms
    .slice(Math.max(inForce, 0))
    .map((term) => ({ ...term, from: later(term.from, hop.receivedAt), minutes: allowance(term) }))
  const pauses = clock.pauses
    .filter((pause) => pause.to === null || pause.to > hop.receivedAt)
    .map((pause) => ({ ...pause, from: later(pause.from, hop.receivedAt) }))
  return { start: hop.receivedAt, terms, pauses, stoppedAt: hop.handedOnAt ?? clock.stoppedAt }
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b
}
