import { orders } from '#engines/orders/module.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { repairs } from '../../module.ts'

/** What a worker has in hand today; the same question everywhere, so that one answer serves. */
export const shiftQuery: InputOf<typeof orders.actions.listOrders> = {
  inMyHands: true,
  line: 'repairs',
  sort: 'due',
  limit: 100,
}

/** The reads a worker needs to do the day's work without a network. */
export function keepsOfShift(path: string, input: Readonly<Record<string, unknown>>): boolean {
  if (path === orders.actions.listOrders.path) return input.inMyHands === true && input.line === 'repairs'
  return path === orders.actions.readMyDuty.path || path === repairs.actions.readRepair.path
}
