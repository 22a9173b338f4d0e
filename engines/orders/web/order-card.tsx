import { LinkTo } from '#kernel/web/link-to.tsx'
import { Clock } from '#ui/clock.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { OrderRow } from '../schema.ts'
import { orderStates } from '../states.ts'
import { placeOf } from './place-of.ts'
import { useSentence } from './use-sentence.ts'

/** One order as a card: what, the sentence, and how much of the promise is left. The whole card opens it. */
export function OrderCard({ order, who }: { order: OrderRow; who?: string }) {
  const sentence = useSentence()
  const atWork = order.finishedAt === null && order.completedAt === null
  // Until somebody has answered, the answer is what is being waited for.
  const due = order.respondedAt ? order.finishDueAt : order.respondDueAt
  return (
    <li className="hq-order-card">
      <LinkTo to={`/orders/${order.id}`}>
        <span className="hq-order-card-head">
          <strong>
            <LongName>{order.title}</LongName>
          </strong>
          <StateTag machine={orderStates} state={order.state} />
        </span>
        <span className="hq-order-card-sentence">{sentence(order)}</span>
        <span className="hq-row hq-order-card-foot">
          <small className="hq-faint">{who ? `${who} · ${placeOf(order)}` : placeOf(order)}</small>
          {atWork && due ? <Clock due={due} paused={order.state === 'PAUSED'} /> : null}
        </span>
      </LinkTo>
    </li>
  )
}
