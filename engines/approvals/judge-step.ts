import type { Answer, Mode } from './words.ts'

export interface JudgedSeat {
  kind: 'ASKED' | 'ESCALATED'
  answer: Answer | null
}

/** How many of `asked` people must agree. */
export function neededOf(mode: Mode, asked: number): number {
  if (mode === 'ANY') return 1
  return mode === 'ALL' ? asked : Math.floor(asked / 2) + 1
}

/**
 * What the answers so far make of a step; null: not decided yet. `asked` and `needed` are those of the moment it opened,
 * so that whoever comes or goes later moves no quorum. Whoever was called in by escalation decides for the step.
 */
export function judgeStep(
  step: { mode: Mode; asked: number; needed: number },
  seats: readonly JudgedSeat[],
): 'PASSED' | 'REFUSED' | 'RETURNED' | null {
  if (seats.some(({ answer }) => answer === 'RETURN')) return 'RETURNED'
  const called = seats.find(({ kind, answer }) => kind === 'ESCALATED' && answer)
  if (called) return called.answer === 'APPROVE' ? 'PASSED' : 'REFUSED'
  const count = (wanted: Answer) =>
    seats.filter(({ kind, answer }) => kind === 'ASKED' && answer === wanted).length
  if (count('APPROVE') >= step.needed) return 'PASSED'
  const refused = count('REFUSE')
  if (step.mode === 'ANY' && refused > 0) return 'REFUSED'
  return step.asked - refused < step.needed ? 'REFUSED' : null
}
