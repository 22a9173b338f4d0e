import type { InputOf } from '#kernel/contract/action.ts'
import { requestActions } from '../actions-work.ts'
import type { OrderRow } from '../schema.ts'
import { useOrderWrite } from './use-order-write.ts'

type Rating = Omit<InputOf<typeof requestActions.evaluateOrder>, 'orderId'>

/**
 * The requester's word in one tap: rates (all five unless told otherwise), then confirms, as far as each is still
 * open. Rated first, so that the order leaves the screen once, when all is said.
 */
export function useAnswer(order: Pick<OrderRow, 'id' | 'can'>, thanks: string) {
  const { can, id: orderId } = order
  const confirm = useOrderWrite(requestActions.confirmOrder, { success: thanks })
  const evaluate = useOrderWrite(requestActions.evaluateOrder, {
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
