import { Button, Input, Rate } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { meetings } from '../module.ts'

const messages = defineMessages({
  title: text('会务评价', 'Rating'),
  ask: text('会务做得怎么样？', 'How was the support?'),
  comment: text('说两句（可不填）', 'A few words (optional)'),
  send: text('评价', 'Rate'),
  thanks: text('谢谢评价', 'Thank you'),
  given: text('{n} 分', '{n} of 5'),
})

interface Rated {
  id: string
  ratingGiven: { overall: number; comment: string; at: string; by: string } | null
}

/** How the organiser found the support: given once, then shown. */
export function RateMeeting({ meeting }: { meeting: Rated }) {
  const t = useText(messages)
  const format = useFormat()
  const [overall, setOverall] = useState(5)
  const [comment, setComment] = useState('')
  const rate = useWrite(meetings.actions.rateMeeting, {
    quiet: true,
    invalidates: ['/meetings'],
    success: t('thanks'),
  })
  const given = meeting.ratingGiven
  if (given)
    return (
      <Section title={t('title')}>
        <p>
          <Rate disabled value={given.overall} aria-label={t('given', { n: given.overall })} />
        </p>
        {given.comment ? <p>{given.comment}</p> : null}
        <p className="hq-faint">
          {given.by} · {format.when(given.at)}
        </p>
      </Section>
    )
  return (
    <Section title={t('ask')}>
      <div className="hq-stack">
        <Rate value={overall} onChange={(next) => setOverall(next || 1)} aria-label={t('ask')} />
        <Input.TextArea
          aria-label={t('comment')}
          placeholder={t('comment')}
          maxLength={2000}
          autoSize={{ minRows: 2 }}
          value={comment}
          onChange={({ target }) => setComment(target.value)}
        />
        {rate.error ? <Problem error={rate.error} /> : null}
        <Button
          type="primary"
          loading={rate.isPending}
          onClick={() => rate.mutate({ meetingId: meeting.id, overall, comment: comment.trim() })}
        >
          {t('send')}
        </Button>
      </div>
    </Section>
  )
}
