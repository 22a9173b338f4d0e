import { useMutation } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { fetchJson } from '#kernel/web/fetch-json.ts'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { security } from '../module.ts'
import { useGoOn } from './due-frame.tsx'
import { EnrolFactor } from './enrol-factor.tsx'
import { messages } from './messages.ts'
import { PasswordForm } from './password-form.tsx'
import { SessionTable } from './session-table.tsx'

/** My password, my second factor, and where I am signed in. */
export default function MySecurityPage() {
  const t = useText(messages)
  return (
    <Page
      title={t('mySecurity')}
      width="text"
      trail={[{ title: text('我的设置', 'My settings'), to: '/me' }]}
    >
      <div className="hq-stack">
        <MySessions />
        <Section title={t('factorTitle')}>
          <MyFactor />
        </Section>
        <Section title={t('password')}>
          <PasswordForm />
        </Section>
      </div>
    </Page>
  )
}

function MySessions() {
  const t = useText(messages)
  const list = useRead(security.actions.listMySessions, {})
  const end = useWrite(security.actions.endMySession, { invalidates: ['/me/sessions'], success: t('ended') })
  const others = useWrite(security.actions.endMyOtherSessions, {
    invalidates: ['/me/sessions'],
    success: t('ended'),
  })
  const items = list.data?.items ?? []
  return (
    <Section
      title={t('sessions')}
      extra={
        items.length > 1 ? (
          <ConfirmButton
            type="text"
            question={t('endOthersSure')}
            yes={t('endOthers')}
            onConfirm={() => others.mutateAsync({})}
          >
            {t('endOthers')}
          </ConfirmButton>
        ) : null
      }
    >
      {list.error ? <Problem error={list.error} onRetry={() => void list.refetch()} /> : null}
      <SessionTable items={items} onEnd={(sessionId) => end.mutateAsync({ sessionId })} />
    </Section>
  )
}

function MyFactor() {
  const t = useText(messages)
  const session = useSession()
  const goOn = useGoOn()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const done = () => {
    setOpen(false)
    goOn()
  }
  const end = useMutation({
    mutationFn: (values: { current: string }) =>
      fetchJson('POST', '/api/auth/two-factor/disable', { password: values.current }),
    onSuccess: () => {
      message.success(t('factorEnded'))
      done()
    },
  })
  if (!open)
    return (
      <div className="hq-stack hq-stack-tight">
        <p>{t(session.secondFactor ? 'factorOn' : 'factorOff')}</p>
        <span>
          <Button onClick={() => setOpen(true)}>
            {t(session.secondFactor ? 'factorEnd' : 'factorBegin')}
          </Button>
        </span>
      </div>
    )
  if (!session.secondFactor) return <EnrolFactor onDone={done} />
  return (
    <EntryForm<{ current: string }>
      onSubmit={end.mutate}
      problem={end.error}
      busy={end.isPending}
      submit={t('factorEnd')}
      onCancel={() => setOpen(false)}
      danger
    >
      <Field name="current" label={t('current')} required>
        <Input.Password autoComplete="current-password" />
      </Field>
    </EntryForm>
  )
}
