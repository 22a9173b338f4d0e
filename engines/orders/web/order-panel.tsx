import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { orders } from '../module.ts'
import { OrderBody } from './order-body.tsx'
import { SealedOrder } from './sealed-order.tsx'

/** One order beside the list it came from: `panel={(key) => <OrderPanel orderId={key} />}`. */
export function OrderPanel({ orderId, wide }: { orderId: string; wide?: boolean }) {
  const order = useRead(orders.actions.readOrder, { orderId }, { keep: false })
  if (order.isPending) return <Loading />
  if (order.error) return <Problem error={order.error} onRetry={() => void order.refetch()} />
  return order.data.sealed ? <SealedOrder orderId={orderId} /> : <OrderBody order={order.data} wide={wide} />
}
