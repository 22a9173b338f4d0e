import type { Deed } from './shelf.ts'

type Standing = Pick<Deed, 'subject' | 'sentAt' | 'refusal'>

/** The subjects on which something was refused: what follows on them waits for a person. */
export function blockedSubjects(deeds: readonly Standing[]): ReadonlySet<string> {
  return new Set(
    deeds.filter(({ refusal, sentAt }) => refusal && sentAt === null).map(({ subject }) => subject),
  )
}

/** The oldest write that may go out now: none behind a refused one on the same subject. */
export function nextDeed<D extends Standing>(deeds: readonly D[]): D | undefined {
  const blocked = blockedSubjects(deeds)
  return deeds.find(({ sentAt, subject }) => sentAt === null && !blocked.has(subject))
}

const firstMs = 2_000
const longestMs = 5 * 60_000

/** Milliseconds before the next attempt after so many failures in a row: doubling, at most five minutes. */
export function waitMs(failures: number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1))
}

/**
 * The writes whose effect an answer read at `readAt` does not show yet: those not sent, and those sent after it was
 * read. A refused one and what stands behind it have no effect.
 */
export function pendingFor<D extends Standing>(deeds: readonly D[], subject: string, readAt: number): D[] {
  if (blockedSubjects(deeds).has(subject))
    return deeds.filter((deed) => deed.subject === subject && deed.sentAt !== null && deed.sentAt > readAt)
  return deeds.filter((deed) => deed.subject === subject && (deed.sentAt === null || deed.sentAt > readAt))
}
