import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Rating } from '#ui/rating.tsx'
import { usePhone } from '#ui/use-phone.ts'
import type { OrderDetail } from '../schema.ts'
import { useAnswer } from './use-answer.ts'

const messages = defineMessages({
  ask: text('这次服务怎么样？', 'How was the service?'),
  all: text('全部满意', 'All good'),
  each: text('逐项打分', 'Rate each'),
  send: text('提交评价', 'Send the rating'),
  sendAndConfirm: text('确认办好并提交评价', 'Confirm and send the rating'),
  comment: text('还想说什么（可不填）', 'Anything else (optional)'),
  thanks: text('谢谢您的评价', 'Thank you for the rating'),
})

interface RateOrderProps {
  order: OrderDetail
  /** Also confirms that it is solved. */
  confirmFirst?: boolean
}

/** Rates an order: one tap for all six, or star by star. */
export function RateOrder({ order, confirmFirst = false }: RateOrderProps) {
  const t = useText(messages)
  const phone = usePhone()
  const [open, setOpen] = useState(confirmFirst)
  const { answer, busy } = useAnswer(order, t('thanks'))
  if (open) return <RateEach order={order} confirmFirst={confirmFirst} />
  const size = phone ? 'large' : 'middle'
  return (
    <section className="hq-verdict" aria-label={t('ask')}>
      <h2>{t('ask')}</h2>
      <div className="hq-verdict-buttons">
        <Button type="primary" size={size} loading={busy} onClick={() => answer()}>
          {t('all')}
        </Button>
        <Button size={size} onClick={() => setOpen(true)}>
          {t('each')}
        </Button>
      </div>
    </section>
  )
}

function RateEach({ order, confirmFirst }: { order: OrderDetail; confirmFirst: boolean }) {
  const t = useText(messages)
  const id = useId()
  const dimensions = order.dimensions.map(({ code, nameZh, nameEn }) => ({
    key: code,
    title: { zh: nameZh, en: nameEn },
  }))
  const [scores, setScores] = useState<Record<string, number>>(() =>
    Object.fromEntries(dimensions.map(({ key }) => [key, 5])),
  )
  const [comment, setComment] = useState('')
  const { answer, busy } = useAnswer(order, t('thanks'))
  const send = () => {
    const given = Object.values(scores)
    const overall = Math.round(given.reduce((sum, one) => sum + one, 0) / Math.max(given.length, 1)) || 5
    answer({
      overall,
      scores,
      ...(comment.trim() ? { comment: comment.trim() } : {}),
    })
  }
  return (
    <section className="hq-verdict" aria-label={t('ask')}>
      <Rating dimensions={dimensions} value={scores} onChange={setScores} />
      <label htmlFor={id} className="hq-soft">
        {t('comment')}
      </label>
      <Input.TextArea
        id={id}
        value={comment}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={({ target }) => setComment(target.value)}
      />
      <div className="hq-verdict-buttons">
        <Button type="primary" loading={busy} onClick={send}>
          {t(confirmFirst ? 'sendAndConfirm' : 'send')}
        </Button>
      </div>
    </section>
  )
}
