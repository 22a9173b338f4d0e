import { useCallback } from 'react'
import { orderPrefixes } from '#engines/orders/web/use-order-write.ts'
import type { Action, InputOf } from '#kernel/contract/action.ts'
import { useDeed } from '#kernel/web/offline/use-deed.ts'

const way = { refreshes: orderPrefixes, page: '/tasks/outbox' }

/** A step of the work on an order, through the outbox. @returns whether it is kept */
export function useOrderDeed<A extends Action>(action: A) {
  const write = useDeed(action, way)
  return useCallback(
    (input: InputOf<A> & { orderId: string }, what: string, pictures: readonly string[] = []) =>
      write({ input, subject: input.orderId, what, pictures }),
    [write],
  )
}
