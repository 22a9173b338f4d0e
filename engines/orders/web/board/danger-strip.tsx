import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Clock, useNow } from '#ui/clock.tsx'
import { Shape } from '#ui/shape.tsx'
import { nearFinish, nearRespond, nextPromise, orderDanger } from '../order-danger.ts'
import type { BoardOrder } from './board-order.ts'

const messages = defineMessages({
  title: text('先看这些', 'Look at these first'),
  late: text('已超时', 'Late'),
  near: text('快到期', 'Due soon'),
  urgent: text('紧急', 'Urgent'),
  loose: text('没人承办', 'With nobody'),
  calm: text('没有超时，也没有快到期的工单', 'Nothing is late or about to be'),
  atDesk: text('服务台', 'Desk'),
})

/** What the board may be narrowed to by the strip. */
export type BoardFocus = 'late' | 'near' | 'urgent' | 'loose'
export const boardFocuses: readonly BoardFocus[] = ['late', 'near', 'urgent', 'loose']

/** Whether an order belongs to a focus of the strip. */
export function inFocus(order: BoardOrder, focus: BoardFocus, now: number): boolean {
  if (focus === 'urgent') return order.urgency === 'URGENT' && order.state !== 'FINISHED'
  if (focus === 'loose') return order.worker === null && order.state !== 'FINISHED'
  return orderDanger(order, now) === focus
}

export interface DangerStripProps {
  orders: readonly BoardOrder[]
  focus: BoardFocus | undefined
  onFocus: (focus: BoardFocus | undefined) => void
  onOpen: (orderId: string) => void
}

/** Late and nearly late at a glance: counts that narrow the board, and the worst few by name. */
export function DangerStrip({ orders, focus, onFocus, onOpen }: DangerStripProps) {
  const t = useText(messages)
  const now = useNow()
  const worst = orders.filter((order) => orderDanger(order, now) !== 'calm').slice(0, 8)
  return (
    <section className="board-strip" aria-label={t('title')}>
      <div className="board-counts">
        {boardFocuses.map((one) => {
          const count = orders.filter((order) => inFocus(order, one, now)).length
          return (
            <button
              key={one}
              type="button"
              aria-pressed={focus === one}
              className={`board-figure ${count > 0 ? `board-figure-${one}` : ''}`}
              onClick={() => onFocus(focus === one ? undefined : one)}
            >
              <b>{count}</b>
              <span>{t(one)}</span>
            </button>
          )
        })}
      </div>
      {worst.length === 0 ? (
        <p className="board-quiet hq-tone-good">
          <Shape tone="good" />
          {t('calm')}
        </p>
      ) : (
        <ul className="board-worst">
          {worst.map((order) => {
            const next = nextPromise(order)
            return (
              <li key={order.id}>
                <button type="button" onClick={() => onOpen(order.id)}>
                  <Clock
                    due={next?.at ?? null}
                    warnMinutes={next?.of === 'respond' ? nearRespond : nearFinish}
                  />
                  <span className="board-worst-words">
                    {order.site.name} · {order.title}
                  </span>
                  <span className="hq-faint">{order.worker?.name ?? t('atDesk')}</span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
