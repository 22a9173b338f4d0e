import { Input } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { EntryForm, forgetDraft } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { orders } from '../module.ts'
import { MatterLine, useMatter } from './matter-line.tsx'

const messages = defineMessages({
  about: text('关于什么', 'About what'),
  words: text('您想说的', 'Your words'),
  hint: text('几时、在哪里、发生了什么；希望怎样改。', 'When, where, what happened; what should be better.'),
  who: text('谁提的', 'Whose opinion'),
  whoHint: text(
    '替本单位的人提：写他的姓名；自己提的不用填。',
    'For somebody of your unit: their name. Leave empty for your own.',
  ),
  send: text('提交', 'Send'),
  sent: text('已收到，会有人答复您', 'Received; somebody will answer you'),
})

const subjects = [
  text('维修质量', 'Quality of repairs'),
  text('服务态度', 'Manners'),
  text('响应太慢', 'Too slow'),
  text('收费', 'Charges'),
  text('卫生环境', 'Cleanliness'),
  text('建议', 'A suggestion'),
]

interface Values {
  about: string
  words: string
  complainantName?: string
}

/** A complaint or suggestion: what it is about as one tap, and one's words. */
export function OpinionForm({ orderId, onDone }: { orderId?: string; onDone: () => void }) {
  const t = useText(messages)
  const say = useLocalised()
  const session = useSession()
  const matter = useMatter()
  const register = useWrite(orders.actions.registerComplaint, {
    quiet: true,
    success: t('sent'),
    invalidates: ['/orders/complaints'],
    onDone: () => {
      forgetDraft('opinion')
      onDone()
    },
  })
  const send = ({ about, words, complainantName }: Values) =>
    register.mutate({
      channel: 'WEB',
      about,
      words,
      ...(orderId ? { orderId } : {}),
      ...(matter ? { matter } : {}),
      ...(complainantName?.trim()
        ? { complainantName: complainantName.trim(), ...(session.unitId ? { unitId: session.unitId } : {}) }
        : {}),
    })
  return (
    <EntryForm<Values>
      draft="opinion"
      submit={t('send')}
      busy={register.isPending}
      problem={register.error}
      onSubmit={send}
      onCancel={onDone}
    >
      <MatterLine />
      <Field name="about" label={t('about')} required>
        <ChoiceTiles label={t('about')} options={subjects.map((one) => ({ value: say(one), title: one }))} />
      </Field>
      <Field name="words" label={t('words')} required hint={t('hint')}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
      </Field>
      {session.allowed('orders.read-unit') ? (
        <Field name="complainantName" label={t('who')} hint={t('whoHint')}>
          <Input maxLength={100} />
        </Field>
      ) : null}
    </EntryForm>
  )
}
