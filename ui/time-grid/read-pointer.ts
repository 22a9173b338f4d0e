import type { Span } from './axis.ts'
import { minuteAt } from './axis.ts'
import type { GridLayout } from './lay-lines.ts'

/** Where the lines stand on the screen; measured once when a drag begins. */
export interface GridMeasure {
  /** The upper edges of the lines, from the upper edge of the first. */
  tops: readonly number[]
  /** The first column, which stands still. */
  headWidth: number
  /** The hours above, which stand still. */
  headHeight: number
}

export function measureGrid(scroller: HTMLElement, body: HTMLElement): GridMeasure {
  const lines = [...body.querySelectorAll<HTMLElement>('.hq-tg-line')]
  const first = lines[0]
  return {
    tops: lines.map((line) => line.offsetTop - (first?.offsetTop ?? 0)),
    headWidth: body.querySelector<HTMLElement>('.hq-tg-head')?.offsetWidth ?? 0,
    headHeight: scroller.querySelector<HTMLElement>('.hq-tg-times')?.offsetHeight ?? 0,
  }
}

/** The line under a point of the screen; the nearest when there is none. */
export function lineAtPoint(body: HTMLElement, { tops }: GridMeasure, y: number): number {
  const down = y - body.getBoundingClientRect().top
  const below = tops.findIndex((top) => top > down)
  return below === -1 ? tops.length - 1 : Math.max(0, below - 1)
}

/** The moment under a point of the screen on a line. */
export function minuteAtPoint(
  body: HTMLElement,
  { headWidth }: GridMeasure,
  layout: GridLayout,
  line: number,
  x: number,
): number {
  const { left, width } = body.getBoundingClientRect()
  const part = (x - left - headWidth) / (width - headWidth)
  // An end exactly on the edge belongs to the last day shown.
  const offset = Math.min(layout.length, Math.max(0, part * layout.length))
  return minuteAt(layout.axis, layout.lines[line]!.days, offset)
}

/** Which end of an item a point takes hold of; null in its middle, or where the item goes on beyond what is shown. */
export function endAtPoint(item: HTMLElement, x: number, finger: boolean): keyof Span | null {
  const { left, right } = item.getBoundingClientRect()
  const reach = Math.min(finger ? 20 : 8, (right - left) / 4)
  if (x - left <= reach && x >= left && item.dataset.cutStart === undefined) return 'from'
  if (right - x <= reach && x <= right && item.dataset.cutEnd === undefined) return 'to'
  return null
}

const edge = 44
const fastest = 18

/** Scrolls while a drag is held near an edge of the grid: the nearer, the faster. */
export function scrollAtEdge(scroller: HTMLElement, measure: GridMeasure, x: number, y: number): void {
  const box = scroller.getBoundingClientRect()
  const pull = (before: number, after: number) =>
    before < edge ? -(edge - before) / edge : after < edge ? (edge - after) / edge : 0
  // A grid taller than the window is held at the window's edge.
  const bottom = Math.min(box.bottom, window.innerHeight)
  const across = pull(x - box.left - measure.headWidth, box.right - x)
  const down = pull(y - box.top - measure.headHeight, bottom - y)
  const clamp = (value: number) => Math.max(-1, Math.min(1, value)) * fastest
  if (across || down) scroller.scrollBy(clamp(across), clamp(down))
}
