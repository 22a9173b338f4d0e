import { type Axis, type Days, offsetOf } from './axis.ts'
import { minuteOf } from './china-minutes.ts'
import type { GridItem, GridSpan } from './grid-shapes.ts'

/** Where a span stands on a line, in shown minutes from its beginning. */
export interface Stretch {
  start: number
  end: number
}

export interface PlacedItem extends Stretch {
  item: GridItem
  from: number
  to: number
  /** Items at the same time stand below each other: which of how many. */
  lane: number
  lanes: number
  /** It begins before, or goes on after, what is shown. */
  cutStart: boolean
  cutEnd: boolean
}

/** The shown part of a span; null when nothing of it is shown. */
export function placeSpan(axis: Axis, days: Days, { from, to }: GridSpan): Stretch | null {
  const start = offsetOf(axis, days, minuteOf(from))
  const end = offsetOf(axis, days, minuteOf(to))
  return end > start ? { start, end } : null
}

/** The items of one line by their beginning; those that overlap get lanes. */
export function placeItems(axis: Axis, days: Days, items: readonly GridItem[]): PlacedItem[] {
  const placed = items.flatMap((item) => {
    const stretch = placeSpan(axis, days, item)
    if (!stretch) return []
    const [from, to] = [minuteOf(item.from), minuteOf(item.to)]
    const cutStart = from < days[0]! + axis.open
    const cutEnd = to > days.at(-1)! + axis.close
    return [{ item, from, to, ...stretch, lane: 0, lanes: 1, cutStart, cutEnd }]
  })
  placed.sort((one, other) => one.start - other.start || other.end - one.end)
  for (let first = 0; first < placed.length; ) first = spreadGroup(placed, first)
  return placed
}

/** Gives lanes to the items from `first` on that hang together; answers where the next group begins. */
function spreadGroup(placed: PlacedItem[], first: number): number {
  const ends: number[] = []
  let next = first
  for (; next < placed.length; next++) {
    const one = placed[next]!
    if (next > first && one.start >= Math.max(...ends)) break
    const free = ends.findIndex((end) => end <= one.start)
    one.lane = free === -1 ? ends.length : free
    ends[one.lane] = one.end
  }
  for (const one of placed.slice(first, next)) one.lanes = ends.length
  return next
}
