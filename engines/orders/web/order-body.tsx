import { type ComponentType, lazy, Suspense } from 'react'
import { text } from '#kernel/contract/text.ts'
import { Loading } from '#ui/loading.tsx'
import type { OrderDetail } from '../schema.ts'
import { closingResults } from '../words.ts'
import { type LineViewProps, lineViewOf } from './line-views.ts'
import { OrderCosts } from './order-costs.tsx'
import { OrderParties } from './order-facts.tsx'
import { OrderHead } from './order-head.tsx'
import { OrderHistory } from './order-history.tsx'
import { OrderLedger } from './order-ledger.tsx'
import { OrderRatings } from './order-rating.tsx'
import { OrderSteps } from './order-steps.tsx'
import { RequesterActions } from './requester-actions.tsx'
import './orders.css'

// One lazy component per line for the life of the page: made in render, it would be fetched and reset each time.
const made = new Map<string, ComponentType<LineViewProps>>()

function viewOf(line: string): ComponentType<LineViewProps> | undefined {
  const load = lineViewOf(line)
  if (load && !made.has(line)) made.set(line, lazy(load))
  return made.get(line)
}

// The desk's dialogs are not what a requester's phone should load.
const DeskActions = lazy(() => import('./board/desk-actions.tsx'))
const deskMay = ({ can }: OrderDetail) =>
  can.takeOn || can.assign || can.transfer || can.offer || can.changeUrgency || can.merge || can.void

const ended = text('已结束', 'Ended')

/** Everything of one order, for the page (in two columns where there is room) and the side panel alike. */
export function OrderBody({ order, wide = false }: { order: OrderDetail; wide?: boolean }) {
  const View = viewOf(order.line)
  const part = (which: LineViewProps['part']) =>
    View ? (
      <Suspense fallback={<Loading compact />}>
        <View order={order} part={which} />
      </Suspense>
    ) : null
  const cut = order.state === 'VOIDED' || order.state === 'MERGED'
  return (
    <div className="hq-stack hq-order">
      <OrderHead order={order} />
      <RequesterActions order={order} />
      {deskMay(order) ? (
        <Suspense fallback={<Loading compact />}>
          <DeskActions order={order} />
        </Suspense>
      ) : null}
      <OrderSteps
        {...order}
        cut={cut ? (order.closingResult ? closingResults[order.closingResult] : ended) : null}
      />
      <div className={wide ? 'hq-order-columns' : 'hq-stack'}>
        <div className="hq-stack">
          {part('first')}
          <OrderRatings order={order} />
          {part('rest')}
          <OrderCosts orderId={order.id} />
          <OrderLedger orderId={order.id} />
        </div>
        <div className="hq-stack">
          <OrderParties order={order} />
          <OrderHistory orderId={order.id} />
        </div>
      </div>
    </div>
  )
}
