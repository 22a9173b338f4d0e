import type { orders } from '#engines/orders/module.ts'
import type { InputOf } from '#kernel/contract/action.ts'

/** What a worker has in hand today; the same question everywhere, so that one answer serves. */
export const shiftQuery: InputOf<typeof orders.actions.listOrders> = {
  inMyHands: true,
  line: 'repairs',
  sort: 'due',
  limit: 100,
}
