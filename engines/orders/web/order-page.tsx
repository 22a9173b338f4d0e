import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Page } from '#ui/page.tsx'
import { orders } from '../module.ts'
import { OrderPanel } from './order-panel.tsx'

const messages = defineMessages({
  order: text('工单', 'Order'),
  mine: text('我的工单', 'My requests'),
  all: text('全部工单', 'All orders'),
})

/** The page of one order, for everybody it concerns. */
export default function OrderPage() {
  const t = useText(messages)
  const session = useSession()
  const orderId = useParam('orderId')
  const order = useRead(orders.actions.readOrder, { orderId }, { keep: false })
  const all = session.allowed('orders.read-all')
  return (
    <Page
      title={order.data?.title ?? t('order')}
      subtitle={order.data ? <span className="hq-number">{order.data.number}</span> : null}
      trail={[all ? { title: t('all'), to: '/orders' } : { title: t('mine'), to: '/orders/mine' }]}
    >
      <OrderPanel orderId={orderId} wide />
    </Page>
  )
}
