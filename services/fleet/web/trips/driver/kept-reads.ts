/**
 * The read a driver needs to do the day's trips without a network; it brings the whole of each. Its path is written out:
 * this stands in the first file a browser loads (kept-reads.test.ts compares it).
 */
export const keptPath = '/fleet/trips/mine'

/** Whether an answer is it. */
export const keepsOfFleet = (path: string) => path === keptPath
