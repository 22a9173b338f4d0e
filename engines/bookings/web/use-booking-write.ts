import type { Action } from '#kernel/contract/action.ts'
import { useWrite, type WriteOptions } from '#kernel/web/use-write.ts'

/** A write on a booking; refreshes whatever shows bookings. */
export function useBookingWrite<A extends Action>(
  action: A,
  options: Omit<WriteOptions<A>, 'invalidates'> = {},
) {
  return useWrite(action, { ...options, invalidates: ['/bookings', '/meetings'] })
}
