/**
 * The reads a worker needs to do the day's work without a network. Paths are written out, not taken from descriptors:
 * this stands in the first file a browser loads, and they would come along whole (kept-reads.test.ts compares them).
 */
export const keptPaths = { list: '/orders', duty: '/orders/my-duty', repair: '/repairs/:orderId' } as const

/** Whether an answer is one of those. */
export function keepsOfShift(path: string, input: Readonly<Record<string, unknown>>): boolean {
  if (path === keptPaths.list) return input.inMyHands === true && input.line === 'repairs'
  return path === keptPaths.duty || path === keptPaths.repair
}
