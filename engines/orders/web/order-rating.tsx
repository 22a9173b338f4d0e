import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Rating } from '#ui/rating.tsx'
import { Section } from '#ui/section.tsx'
import type { OrderDetail } from '../schema.ts'

const messages = defineMessages({
  title: text('评价', 'Rating'),
  by: text('{who} {when} · 总评 {n} 分', '{who} {when} · {n} of 5 overall'),
})

/** The ratings an order received, by dimension. */
export function OrderRatings({ order }: { order: OrderDetail }) {
  const t = useText(messages)
  const format = useFormat()
  if (order.evaluations.length === 0) return null
  const dimensions = order.dimensions.map(({ code, nameZh, nameEn }) => ({
    key: code,
    title: { zh: nameZh, en: nameEn },
  }))
  return (
    <Section title={t('title')}>
      <div className="hq-stack hq-stack-tight">
        {order.evaluations.map((one) => (
          <div key={one.at} className="hq-stack hq-stack-tight">
            <p className="hq-soft">
              {t('by', { who: one.byName, when: format.when(one.at), n: one.overall })}
            </p>
            {one.comment ? <p className="hq-quote">{one.comment}</p> : null}
            <Rating
              readOnly
              dimensions={dimensions}
              value={Object.fromEntries(one.scores.map(({ dimension, score }) => [dimension, score]))}
            />
          </div>
        ))}
      </div>
    </Section>
  )
}
