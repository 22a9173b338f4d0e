import type { OutputOf } from '#kernel/contract/action.ts'
import type { metrics } from '../module.ts'

export type Summary = OutputOf<typeof metrics.actions.listMetrics>['items'][number]

/** How soon a figure deserves a leader's eye: those with a target, then those that can be good or bad, then amounts. */
function rank({ target, better, kind }: Summary): number {
  if (target !== null) return 0
  if (better !== null) return 1
  return kind === 'period' ? 2 : 3
}

/** The figures a leader sees first, at most `count`; within a rank in the order of the modules. */
export function pickFigures(all: readonly Summary[], count: number): Summary[] {
  return all
    .map((summary, place) => ({ summary, place }))
    .sort((one, other) => rank(one.summary) - rank(other.summary) || one.place - other.place)
    .slice(0, count)
    .map(({ summary }) => summary)
}
