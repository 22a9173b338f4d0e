import type { Action } from '#kernel/contract/action.ts'
import { useWrite, type WriteOptions } from '#kernel/web/use-write.ts'

/** A write on approvals; refreshes whatever shows them. */
export function useApprovalWrite<A extends Action>(
  action: A,
  options: Omit<WriteOptions<A>, 'invalidates'> = {},
) {
  return useWrite(action, { ...options, invalidates: ['/approvals'] })
}
