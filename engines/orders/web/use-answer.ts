import type { InputOf } from '#kernel/contract/action.ts'
import { orders } from '../module.ts'
import type { OrderRow } from '../schema.ts'
import { useOrderWrite } from './use-order-write.ts'

type Rating = Omit<InputOf<typeof orders.actions.evaluateOrder>, 'orderId'>

/**
 * The requester's word in one tap: rates (all five unless told otherwise), then confirms, as far as each is still
 * open. Rated first, so that the order leaves the screen once, when all is said.
 */
export function useAnswer(order: Pick<OrderRow, 'id' | 'can'>, thanks: string) {
  const { can, id: orderId } = order
  const confirm = useOrderWrite(orders.actions.confirmOrder, { success: thanks })
  const evaluate = useOrderWrite(orders.actions.evaluateOrder, {
    ...(can.confirm ? {} : { success: thanks }),
    onDone: () => {
      if (can.confirm) confirm.mutate({ orderId })
    },
  })
  const answer = (rating: Rating = { overall: 5 }) => {
    if (can.evaluate) evaluate.mutate({ orderId, ...rating })
    else confirm.mutate({ orderId })
  }
  return { answer, busy: confirm.isPending || evaluate.isPending }
}
