import type { Board, Slot } from './display-schema.ts'

export interface DaySplit {
  now: Slot | null
  next: Slot | null
  /** Why it is closed at this moment. */
  closed: string | null
  /** Until when it stays free; null: now taken or closed, or free for the rest of the day (`restFree`). */
  freeUntil: number | null
  restFree: boolean
}

/** What of a board's day is now and what comes next, at the moment `at` (milliseconds). */
export function splitDay({ slots, closed }: Pick<Board, 'slots' | 'closed'>, at: number): DaySplit {
  const now = slots.find(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to)) ?? null
  const next = slots.find(({ from }) => Date.parse(from) > at) ?? null
  const shut = closed.find(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to))
  const coming = [...slots, ...closed].map(({ from }) => Date.parse(from)).filter((from) => from > at)
  const free = now === null && shut === undefined
  return {
    now,
    next,
    closed: shut?.reason ?? null,
    freeUntil: free && coming.length > 0 ? Math.min(...coming) : null,
    restFree: free && coming.length === 0,
  }
}
