import type { Action } from '#kernel/contract/action.ts'
import { useWrite, type WriteOptions } from '#kernel/web/use-write.ts'

/** A write on the board; refreshes whatever shows vehicles, trips and requests. */
export function useDispatchWrite<A extends Action>(
  action: A,
  options: Omit<WriteOptions<A>, 'invalidates'> = {},
) {
  return useWrite(action, { ...options, invalidates: ['/fleet', '/bookings'] })
}
