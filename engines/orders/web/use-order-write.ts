import type { Action, OutputOf } from '#kernel/contract/action.ts'
import { useWrite, type WriteOptions } from '#kernel/web/use-write.ts'

/** What grows stale when an order changes: its own reads, and the lists of the lines that show it. */
export const orderPrefixes = ['/orders', '/repairs'] as const

/** A write on an order; refreshes whatever shows orders. */
export function useOrderWrite<A extends Action>(
  action: A,
  options: Omit<WriteOptions<A>, 'invalidates'> & { onDone?: (answer: OutputOf<A>) => void } = {},
) {
  return useWrite(action, { ...options, invalidates: orderPrefixes })
}
