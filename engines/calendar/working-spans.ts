import { DAY, isoDay, weekdayOf } from './local-day.ts'
import type { Window, WorkCalendar } from './work-calendar.ts'

const MINUTE = 60_000
const MONDAY = 1

/** Longest search for a working minute, in days: a calendar with a longer gap is taken to be empty. */
export const LONGEST_GAP_DAYS = 400

/** Longest stretch that is walked, in days (about a century): hostile dates must not keep the server busy. */
export const LONGEST_WALK_DAYS = 40_000

/** A stretch of service in milliseconds from the day's midnight, half-open, within the day. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Thrown where a calendar has no working minute within 400 days: its hours were most likely never entered. */
export class NoWorkingTimeError extends Error {
  constructor(around: Date) {
    super(
      `the work calendar has no working minute within ${LONGEST_GAP_DAYS} days of ${around.toISOString()}`,
    )
    this.name = 'NoWorkingTimeError'
  }
}

/** Windows that begin on the day: its exception's if it has one, else its weekday's. */
export function windowsOfDay(calendar: WorkCalendar, dayNumber: number): readonly Window[] {
  const exception = calendar.exceptions.size > 0 ? calendar.exceptions.get(isoDay(dayNumber)) : undefined
  if (!exception) return calendar.weekly[weekdayOf(dayNumber)] ?? []
  if (exception.windows) return exception.windows
  return exception.kind === 'makeup' ? (calendar.weekly[MONDAY] ?? []) : []
}

/** The day's working spans in order, without overlap: its own windows and what reaches over from the day before. */
export function spansOfDay(calendar: WorkCalendar, dayNumber: number): readonly Span[] {
  const spans: Span[] = []
  for (const { to } of windowsOfDay(calendar, dayNumber - 1)) {
    if (to * MINUTE > DAY) spans.push({ from: 0, to: to * MINUTE - DAY })
  }
  for (const { from, to } of windowsOfDay(calendar, dayNumber)) {
    spans.push({ from: from * MINUTE, to: Math.min(to * MINUTE, DAY) })
  }
  return spans.length > 1 ? merge(spans) : spans
}

function merge(spans: Span[]): Span[] {
  spans.sort((a, b) => a.from - b.from)
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && span.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else merged.push(span)
  }
  return merged
}
