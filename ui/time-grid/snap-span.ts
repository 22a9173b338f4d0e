import { type Axis, type Days, type Span, windowAt } from './axis.ts'

/** A moment on the steps of its day, counted from when the day opens. */
function snap(axis: Axis, days: Days, minute: number, round: (value: number) => number): number {
  const { from } = windowAt(axis, days, minute)
  return from + round((minute - from) / axis.step) * axis.step
}

/** What is drawn from one moment to another, whole steps within the day in which it began. */
export function drawSpan(axis: Axis, days: Days, began: number, minute: number): Span {
  const day = windowAt(axis, days, began)
  const [first, last] = began <= minute ? [began, minute] : [minute, began]
  const from = Math.min(Math.max(day.from, snap(axis, days, first, Math.floor)), day.to - axis.step)
  // A last step that has only been touched is taken, as the first one is.
  const to = Math.max(from + axis.step, snap(axis, days, Math.min(last, day.to), Math.ceil))
  return { from, to: Math.min(day.to, to) }
}

/** Keeps a span inside the hours of the day at `minute`, unless it is longer than they are. */
function keepInside(axis: Axis, days: Days, span: Span, minute: number): Span {
  const day = windowAt(axis, days, minute)
  const length = span.to - span.from
  if (length > day.to - day.from) return span
  const from = Math.min(Math.max(span.from, day.from), day.to - length)
  return { from, to: from + length }
}

/** The span carried by the moment it was grabbed at, to another moment; it keeps its length. */
export function carrySpan(axis: Axis, days: Days, span: Span, grabbedAt: number, minute: number): Span {
  const from = snap(axis, days, minute - (grabbedAt - span.from), Math.round)
  return keepInside(axis, days, { from, to: from + span.to - span.from }, minute)
}

/** The span with one end pulled to a moment; it stays a step long at least. */
export function stretchSpan(axis: Axis, days: Days, span: Span, end: keyof Span, minute: number): Span {
  const day = windowAt(axis, days, end === 'from' ? span.to - 1 : span.from)
  const inOneDay = span.from >= day.from && span.to <= day.to
  const wanted = snap(axis, days, minute, Math.round)
  if (end === 'from') {
    const from = Math.min(wanted, span.to - axis.step)
    return { from: inOneDay ? Math.max(from, day.from) : from, to: span.to }
  }
  const to = Math.max(wanted, span.from + axis.step)
  return { from: span.from, to: inOneDay ? Math.min(to, day.to) : to }
}

/** The span one step earlier (-1) or later (1); past the hours of its day it goes to the neighbouring day of the line. */
export function shiftSpan(axis: Axis, days: Days, span: Span, direction: -1 | 1): Span {
  const length = span.to - span.from
  const day = windowAt(axis, days, span.from)
  const from = span.from + direction * axis.step
  const fits = length <= day.to - day.from
  if (!fits || (from >= day.from && from + length <= day.to)) return { from, to: from + length }
  const neighbour = days[days.indexOf(day.from - axis.open) + direction]
  if (neighbour === undefined) return keepInside(axis, days, { from, to: from + length }, span.from)
  const there = direction > 0 ? neighbour + axis.open : neighbour + axis.close - length
  return { from: there, to: there + length }
}
