import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import type { OrderRow } from '../schema.ts'
import { placeOf } from './place-of.ts'
import { useAnswer } from './use-answer.ts'
import { useSentence } from './use-sentence.ts'

const messages = defineMessages({
  good: text('办好了，很满意', 'Solved, very good'),
  all: text('全部满意', 'All good'),
  each: text('打分', 'Rate'),
  not: text('没办好', 'Not solved'),
  thanks: text('谢谢，已记录', 'Thank you, noted'),
})

/** Something finished that waits for its requester's word: confirmed and rated in one tap. */
export function AnswerCard({ order, who }: { order: OrderRow; who?: string }) {
  const t = useText(messages)
  const go = useGo()
  const sentence = useSentence()
  const path = `/orders/${order.id}`
  const { answer, busy } = useAnswer(order, t('thanks'))
  return (
    <li className="hq-order-card hq-order-card-ask">
      <LinkTo to={path}>
        <strong>{order.title}</strong>
        <span className="hq-order-card-sentence">{sentence(order)}</span>
        <small className="hq-faint">{who ? `${who} · ${placeOf(order)}` : placeOf(order)}</small>
      </LinkTo>
      <div className="hq-verdict-buttons">
        <Button type="primary" loading={busy} onClick={() => answer()}>
          {t(order.can.confirm ? 'good' : 'all')}
        </Button>
        <Button onClick={() => go(path)}>{t(order.can.confirm ? 'not' : 'each')}</Button>
      </div>
    </li>
  )
}
