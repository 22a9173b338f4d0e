import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Section } from '#ui/section.tsx'
import { requestActions } from '../../actions/request-actions.ts'
import type { PoolWish, RequestDetail } from '../../request-schema.ts'
import { AskReason } from './ask-reason.tsx'

const messages = defineMessages({
  title: text('拼车', 'Sharing'),
  mine: text(
    '想和{whose} {when} 去{destination}的车一起走',
    'Asks to ride along with {whose}, {when} to {destination}',
  ),
  theirs: text(
    '{whose}想一起走，{when} 去{destination}',
    '{whose} asks to come along, {when} to {destination}',
  ),
  waits: text('等调度决定', 'The dispatcher decides'),
  AGREED: text('{by}同意', 'Agreed by {by}'),
  DECLINED: text('{by}没有同意：{reason}', 'Declined by {by}: {reason}'),
  WITHDRAWN: text('已作罢', 'Given up'),
  agree: text('同意拼车', 'Agree'),
  decline: text('不同意', 'Decline'),
  why: text('为什么不同意？', 'Why not?'),
})

const reasons = [
  text('时间对不上', 'The times do not fit'),
  text('座位不够', 'Not enough seats'),
  text('不顺路', 'Not the same way'),
]

/** Wishes to share this ride: whose, how they stand, and the dispatcher's answer in one tap. */
export function PoolWishes({ request }: { request: RequestDetail }) {
  const t = useText(messages)
  const [declining, setDeclining] = useState(false)
  const answer = useWrite(requestActions.answerPool, {
    quiet: true,
    invalidates: ['/fleet'],
    onDone: () => setDeclining(false),
  })
  const requestId = request.id
  if (request.wishes.length === 0) return null
  return (
    <Section title={t('title')}>
      {request.wishes.map((wish) => (
        <Wish key={wish.id} wish={wish} />
      ))}
      {request.can.answerPool ? (
        <div className="hq-buttons">
          <Button
            type="primary"
            loading={answer.isPending}
            onClick={() => answer.mutate({ requestId, agree: true })}
          >
            {t('agree')}
          </Button>
          <Button onClick={() => setDeclining(true)}>{t('decline')}</Button>
        </div>
      ) : null}
      {declining ? (
        <AskReason
          title={t('why')}
          usual={reasons}
          yes={t('decline')}
          busy={answer.isPending}
          error={answer.error}
          onSubmit={(reason) => answer.mutate({ requestId, agree: false, reason })}
          onClose={() => setDeclining(false)}
        />
      ) : null}
    </Section>
  )
}

function Wish({ wish }: { wish: PoolWish }) {
  const t = useText(messages)
  const format = useFormat()
  const { whose, destination, from } = wish.words
  const stands = wish.answer
    ? t(wish.answer, { by: wish.answeredBy ?? '', reason: wish.reason ?? '' })
    : t('waits')
  return (
    <p className="ride-wish">
      <span>{t(wish.mine ? 'mine' : 'theirs', { whose, destination, when: format.when(from) })}</span>
      <span className="hq-soft">{stands}</span>
    </p>
  )
}
