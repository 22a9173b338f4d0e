import type { Axis, Span } from './axis.ts'
import { minuteOf } from './china-minutes.ts'
import type { BlockedSpan, GridItem, GridRow } from './grid-shapes.ts'

/**
 * The free times of a row within the shown hours of a day that are a step long at least, whole steps, not before `now`.
 * @param day the minute at which the day begins
 */
export function freeGaps(
  axis: Axis,
  day: number,
  row: GridRow,
  items: readonly GridItem[],
  blocked: readonly BlockedSpan[],
  now: number,
): Span[] {
  const taken = [
    ...items.map((item) => ({
      from: minuteOf(item.from) - (item.bufferBeforeMinutes ?? 0),
      to: minuteOf(item.to) + (item.bufferAfterMinutes ?? 0),
    })),
    ...[...blocked, ...(row.closed ?? [])].map(({ from, to }) => ({
      from: minuteOf(from),
      to: minuteOf(to),
    })),
  ].sort((one, other) => one.from - other.from)
  const open = day + axis.open
  const close = day + axis.close
  const up = (minute: number) => open + Math.ceil((minute - open) / axis.step) * axis.step
  const gaps: Span[] = []
  let free = Math.max(open, up(now))
  for (const { from, to } of [...taken, { from: close, to: close }]) {
    const end = Math.min(from, close)
    if (end - free >= axis.step) gaps.push({ from: free, to: end })
    free = Math.max(free, up(to))
  }
  return gaps
}
