import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import type { Clock } from './clock.ts'
import { momentReached } from './clock-run.ts'

/** A step of warning (预警) or escalation, in working minutes from the due moment: −60 is an hour before it. */
export interface EscalationStep {
  readonly name: string
  readonly offsetMinutes: number
}

/** A step whose moment has come. */
export interface DueEscalation {
  readonly step: EscalationStep
  readonly at: Date
}

/**
 * Every step whose moment lies in (lastRunAt, now], in order of time: also all that were missed in down time.
 * Consecutive runs return each exactly once, even if the order was paused, resumed or re-pledged in between, as
 * a moment once passed never moves: it is where the running clock reached pledge + offset. A pause holds what is
 * still to come. A step fires again only if a later pledge put it off; a pledge that is shortened below the time
 * used fires at the change. An offset longer than the pledge fires at the start. A stopped clock fires nothing more.
 */
export function dueEscalations(
  clock: Clock,
  calendar: WorkCalendar,
  steps: readonly EscalationStep[],
  lastRunAt: Date,
  now: Date,
): DueEscalation[] {
  return steps
    .flatMap((step) => momentsOf(clock, calendar, step).map((at) => ({ step, at })))
    .filter(({ at }) => at > lastRunAt && at <= now && (!clock.stoppedAt || at < clock.stoppedAt))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.step.offsetMinutes - b.step.offsetMinutes)
}

/** The moments at which the step comes due under each term, one per term at most. */
function momentsOf(clock: Clock, calendar: WorkCalendar, step: EscalationStep): Date[] {
  const moments: Date[] = []
  let passed = false
  for (const [index, term] of clock.terms.entries()) {
    const asPledged = { ...clock, terms: clock.terms.slice(0, index + 1) }
    const amount = Math.round((term.minutes + step.offsetMinutes) * 60_000)
    const reached = momentReached(asPledged, calendar, amount)
    const next = clock.terms[index + 1]
    if (!reached || (next && reached >= next.from)) {
      passed = false
      continue
    }
    if (reached > term.from) moments.push(reached)
    else if (!passed) moments.push(term.from)
    passed = true
  }
  return moments
}
