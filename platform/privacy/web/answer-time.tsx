import { Button, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import type { InputOf } from '#kernel/contract/action.ts'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { privacy } from '../module.ts'
import { messages } from './messages.ts'

/** Within how many working days requests are answered, and the way to change it. */
export function AnswerTime() {
  const t = useText(messages)
  const manages = useSession().allowed('privacy.manage')
  const settings = useRead(privacy.actions.readSettings, {})
  const [changing, setChanging] = useState(false)
  const change = manages ? <Button onClick={() => setChanging(true)}>{t('change')}</Button> : undefined
  return (
    <Section title={t('answerTime')} extra={settings.data ? change : undefined}>
      {settings.data ? (
        <p>
          <strong>{t('answerDays', { n: settings.data.answerDays })}</strong>
        </p>
      ) : settings.error ? (
        <Problem error={settings.error} onRetry={() => void settings.refetch()} />
      ) : (
        <Loading />
      )}
      <p className="hq-soft">{t('answerTimeWhat')}</p>
      {changing && settings.data ? (
        <ChangeDialog days={settings.data.answerDays} onClose={() => setChanging(false)} />
      ) : null}
    </Section>
  )
}

type Values = InputOf<typeof privacy.actions.changeSettings>

function ChangeDialog({ days, onClose }: { days: number; onClose: () => void }) {
  const t = useText(messages)
  const change = useWrite(privacy.actions.changeSettings, {
    invalidates: ['/privacy/settings', '/me/personal-requests'],
    success: t('saved'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <Modal open title={t('changeOf', { title: t('answerTime') })} onCancel={onClose} footer={null}>
      <EntryForm<Values>
        initial={{ answerDays: days }}
        onSubmit={change.mutate}
        problem={change.error}
        busy={change.isPending}
        submit={t('save')}
        onCancel={onClose}
      >
        <Field name="answerDays" label={t('within')} required>
          <InputNumber min={1} max={60} precision={0} />
        </Field>
        <Field name="reason" label={t('reason')} required>
          <Input maxLength={500} />
        </Field>
      </EntryForm>
    </Modal>
  )
}
