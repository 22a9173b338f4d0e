import { Button, Input } from 'antd'
import { useState } from 'react'
import { type Text, text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Problem } from '#ui/problem.tsx'
import { Rating } from '#ui/rating.tsx'
import { Section } from '#ui/section.tsx'
import { rateAction } from '../../actions/rate-action.ts'
import type { RequestDetail } from '../../request-schema.ts'

const messages = defineMessages({
  ask: text('这次用车怎么样？', 'How was the ride?'),
  title: text('用车评价', 'Rating'),
  good: text('都满意', 'All good'),
  each: text('逐项打分', 'Rate each'),
  comment: text('说两句（可不填）', 'A few words (optional)'),
  send: text('提交评价', 'Send the rating'),
  thanks: text('谢谢评价', 'Thank you'),
})

const parts: Record<'overall' | 'punctuality' | 'driving' | 'vehicle' | 'manners', Text> = {
  overall: text('总体', 'Overall'),
  punctuality: text('准时', 'Punctuality'),
  driving: text('驾驶', 'Driving'),
  vehicle: text('车况', 'Vehicle'),
  manners: text('礼仪', 'Manners'),
}
const dimensions = Object.entries(parts).map(([key, title]) => ({ key, title }))
const allFive = Object.fromEntries(dimensions.map(({ key }) => [key, 5]))

/** One tap says that all was good; whoever wants rates each part. */
export function RateRide({ request }: { request: RequestDetail }) {
  const t = useText(messages)
  const format = useFormat()
  const [marks, setMarks] = useState<Record<string, number> | null>(null)
  const [comment, setComment] = useState('')
  const rate = useWrite(rateAction, { quiet: true, invalidates: ['/fleet'], success: t('thanks') })
  const send = (given: Record<string, number>) =>
    rate.mutate({ requestId: request.id, overall: 5, ...given, comment: comment.trim() })
  const given = request.ratingGiven
  if (given) {
    const { overall, punctuality, driving, vehicle, manners } = given
    const value = Object.entries({ overall, punctuality, driving, vehicle, manners }).flatMap(
      ([key, mark]) => (mark === null ? [] : [[key, mark] as const]),
    )
    return (
      <Section title={t('title')}>
        <Rating
          readOnly
          dimensions={dimensions.filter(({ key }) => value.some(([known]) => known === key))}
          value={Object.fromEntries(value)}
        />
        {given.comment ? <p>{given.comment}</p> : null}
        <p className="hq-faint">
          {given.by} · {format.when(given.at)}
        </p>
      </Section>
    )
  }
  return (
    <Section title={t('ask')}>
      <div className="hq-stack hq-stack-tight">
        {marks ? (
          <>
            <Rating dimensions={dimensions} value={marks} onChange={setMarks} />
            <Input.TextArea
              aria-label={t('comment')}
              placeholder={t('comment')}
              maxLength={2000}
              autoSize={{ minRows: 2 }}
              value={comment}
              onChange={({ target }) => setComment(target.value)}
            />
          </>
        ) : null}
        {rate.error ? <Problem error={rate.error} /> : null}
        <div className="hq-buttons">
          <Button type="primary" size="large" loading={rate.isPending} onClick={() => send(marks ?? allFive)}>
            {t(marks ? 'send' : 'good')}
          </Button>
          {marks ? null : (
            <Button size="large" onClick={() => setMarks(allFive)}>
              {t('each')}
            </Button>
          )}
        </div>
      </div>
    </Section>
  )
}
