/** The hours of a day that are shown, in minutes after midnight, and what times snap to. */
export interface Axis {
  open: number
  close: number
  step: number
}

/** Minutes since 1970, half-open. */
export interface Span {
  from: number
  to: number
}

/** A line shows the hours of one day, or of several days one after the other: the minutes at which they begin. */
export type Days = readonly number[]

/** How many minutes a line shows in all. */
export const lengthOf = (axis: Axis, days: Days): number => days.length * (axis.close - axis.open)

function dayIndex(days: Days, minute: number): number {
  const later = days.findIndex((start) => start > minute)
  return later === -1 ? days.length - 1 : Math.max(0, later - 1)
}

/** How far along the line, in shown minutes, a moment stands; the hours that are not shown take no room. */
export function offsetOf(axis: Axis, days: Days, minute: number): number {
  const index = dayIndex(days, minute)
  const shown = axis.close - axis.open
  const within = minute - days[index]! - axis.open
  return index * shown + Math.min(shown, Math.max(0, within))
}

/** The moment at a place on the line; where two days meet it is the later day's. */
export function minuteAt(axis: Axis, days: Days, offset: number): number {
  const shown = axis.close - axis.open
  const index = Math.min(days.length - 1, Math.max(0, Math.floor(offset / shown)))
  const within = Math.min(shown, Math.max(0, offset - index * shown))
  return days[index]! + axis.open + within
}

/** The shown hours of the day in which, or after which, a moment lies. */
export function windowAt(axis: Axis, days: Days, minute: number): Span {
  const start = days[dayIndex(days, minute)]!
  return { from: start + axis.open, to: start + axis.close }
}
