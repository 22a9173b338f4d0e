/** Longest wait between two tries, and longest that anything is tried at all, in milliseconds. */
const longestWaitMs = 6 * 3_600_000
export const longestTryMs = 24 * 3_600_000

/**
 * How long to wait after the n-th failed try (from 1): a minute, doubled each time up to six hours, and up to a
 * quarter more or less, so that what failed together does not come back together.
 * @param chance from 0 to 1
 */
export function backOffMs(attempts: number, chance: number): number {
  const wait = Math.min(60_000 * 2 ** (Math.max(1, attempts) - 1), longestWaitMs)
  return Math.round(wait * (0.75 + chance / 2))
}
