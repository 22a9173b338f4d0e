import { type Span, windowAt } from './axis.ts'
import type { GridNow } from './grid-desk.ts'

/** What a click or Enter begins on a free step: as long as usual, or as much of that as is free; one step at least. */
export function firstSpan({ layout, props, clash }: GridNow, line: number, from: number): Span {
  const { axis, lines } = layout
  const { row, days } = lines[line]!
  const { step } = axis
  const close = windowAt(axis, days, from).to
  const usual = Math.min(from + Math.max(step, props.makeMinutes ?? 60), close)
  for (let to = usual; to > from; to -= step) {
    if (clash(row.id, { from, to }, null) === null) return { from, to }
  }
  return { from, to: from + step }
}
