import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { Text } from '#kernel/contract/text.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { EntryForm, forgetDraft } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { opinionActions } from '../../actions/opinion-actions.ts'
import { requestActions } from '../../actions/request-actions.ts'
import { answerDays, opinionKinds, opinionTopics } from '../../opinion-words.ts'

const messages = defineMessages({
  kind: text('您要说的是', 'What you have'),
  topic: text('关于哪方面', 'About what'),
  words: text('具体内容', 'Your words'),
  hint: text('遇到了什么；希望怎样改。', 'What happened; what should be better.'),
  name: text('署名', 'Your name'),
  nameless: text('匿名提出', 'Without my name'),
  namelessHint: text(
    '答复的人看不到您的姓名、单位和用车单；系统的审计记录里仍有。',
    'Whoever answers sees neither your name, unit nor ride; the audit trail still has it.',
  ),
  ride: text('用车：{number} 去{destination}', 'Ride: {number} to {destination}'),
  promise: text(
    '{days} 个工作日内答复，答复会通知您。',
    'Answered within {days} working days; you will be told.',
  ),
  send: text('提交', 'Send'),
  sent: text('已收到，会按期答复您', 'Received; you will be answered in time'),
})

interface Values {
  kind: keyof typeof opinionKinds
  topic: keyof typeof opinionTopics
  words: string
  anonymous?: boolean
}

const draft = 'fleet.opinion'
const tilesOf = (words: Readonly<Record<string, Text>>) =>
  Object.entries(words).map(([value, title]) => ({ value, title }))

/** An opinion in two taps and one's words, about a ride where it was opened from one. */
export function OpinionForm({ requestId, onDone }: { requestId?: string; onDone: () => void }) {
  const t = useText(messages)
  const [nameless, setNameless] = useState(false)
  const ride = useRead(requestActions.readRequest, { requestId: requestId ?? '' }, { enabled: !!requestId })
  const give = useWrite(opinionActions.giveOpinion, {
    quiet: true,
    success: t('sent'),
    invalidates: ['/fleet/opinions'],
    onDone: () => {
      forgetDraft(draft)
      onDone()
    },
  })
  const about = ride.data && !nameless ? ride.data : null
  return (
    <EntryForm<Values>
      draft={draft}
      initial={{ kind: 'OPINION', topic: requestId ? 'DRIVER' : 'REFORM' }}
      submit={t('send')}
      busy={give.isPending}
      problem={give.error}
      onChange={({ anonymous }) => setNameless(anonymous === true)}
      onSubmit={({ anonymous, ...values }) =>
        give.mutate({
          ...values,
          ...(anonymous ? { anonymous } : {}),
          ...(requestId && !anonymous ? { requestId } : {}),
        })
      }
      onCancel={onDone}
    >
      {about ? (
        <p className="hq-soft">{t('ride', { number: about.number, destination: about.destination })}</p>
      ) : null}
      <Field name="kind" label={t('kind')} required>
        <ChoiceTiles label={t('kind')} options={tilesOf(opinionKinds)} />
      </Field>
      <Field name="topic" label={t('topic')} required>
        <ChoiceTiles label={t('topic')} options={tilesOf(opinionTopics)} />
      </Field>
      <Field name="words" label={t('words')} required hint={t('hint')}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={2000} />
      </Field>
      <Field name="anonymous" label={t('name')} valueProp="checked" hint={t('namelessHint')}>
        <Checkbox>{t('nameless')}</Checkbox>
      </Field>
      <p className="hq-faint">{t('promise', { days: answerDays })}</p>
    </EntryForm>
  )
}
