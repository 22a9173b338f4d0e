import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { notifications } from '../module.ts'
import { settingsTrail } from './settings-page.tsx'
import { TestOutcome } from './test-outcome.tsx'

const messages = defineMessages({
  title: text('邮件服务器', 'Mail server'),
  host: text('服务器地址', 'Host'),
  port: text('端口', 'Port'),
  security: text('加密', 'Encryption'),
  tls: text('TLS（通常 465）', 'TLS (usually 465)'),
  startTls: text('STARTTLS（通常 587）', 'STARTTLS (usually 587)'),
  none: text('不加密（仅限内网，不能带密码）', 'None (inner networks only, without a password)'),
  user: text('用户名', 'User name'),
  password: text('密码', 'Password'),
  kept: text('已保存，不显示；不改就留空', 'Kept and not shown; leave empty to keep it'),
  fromAddress: text('发件地址', 'From address'),
  fromName: text('发件人名称', 'From name'),
  site: text('系统网址', 'Address of this site'),
  siteHint: text(
    '邮件里的链接指向这里，例如 https://houqin.example.gov.cn',
    'Links in mails lead here, as https://houqin.example.gov.cn',
  ),
  authority: text('自有根证书（PEM）', 'Own authority’s certificate (PEM)'),
  authorityHint: text(
    '单位自签的证书才需要。',
    'Only for a certificate that no public authority has signed.',
  ),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
  test: text('试发一封', 'Send a test'),
  to: text('收件地址', 'To'),
  testNote: text(
    '先保存设置，再试发；结果显示在这里。',
    'Save the settings first; how the test went is shown here.',
  ),
})

const { readMailServer, saveMailServer, testMailServer } = notifications.actions
type Server = NonNullable<OutputOf<typeof readMailServer>['server']>
type Values = InputOf<typeof saveMailServer>

/** The bureau's SMTP server, and a test of it. */
export default function MailServerPage() {
  const t = useText(messages)
  const { data, error, isPending, refetch } = useRead(readMailServer, {})
  return (
    <Page title={t('title')} width="text" trail={settingsTrail}>
      {isPending ? <Loading /> : null}
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <div className="hq-stack">
          <Section>
            <ServerForm server={data.server} />
          </Section>
          <Section title={t('test')}>
            <Test ready={data.server !== null} />
          </Section>
        </div>
      ) : null}
    </Page>
  )
}

function ServerForm({ server }: { server: Server | null }) {
  const t = useText(messages)
  const save = useWrite(saveMailServer, { invalidates: ['/mail-server'], success: t('saved'), quiet: true })
  const submit = ({ password, ...values }: Values) =>
    save.mutate({
      ...values,
      userName: values.userName ?? '',
      fromName: values.fromName ?? '',
      authority: values.authority ?? '',
      siteAddress: values.siteAddress ?? '',
      ...(password ? { password } : values.userName ? {} : { password: '' }),
    })
  return (
    <EntryForm<Values>
      initial={server ?? { port: 465, security: 'TLS', siteAddress: window.location.origin }}
      onSubmit={submit}
      problem={save.error}
      busy={save.isPending}
      submit={t('save')}
    >
      <Field name="host" label={t('host')} required>
        <Input maxLength={200} autoComplete="off" />
      </Field>
      <Field name="security" label={t('security')} required>
        <Select
          options={[
            { value: 'TLS', label: t('tls') },
            { value: 'STARTTLS', label: t('startTls') },
            { value: 'NONE', label: t('none') },
          ]}
        />
      </Field>
      <Field name="port" label={t('port')} required>
        <InputNumber min={1} max={65535} />
      </Field>
      <Field name="userName" label={t('user')}>
        <Input maxLength={200} autoComplete="off" />
      </Field>
      <Field name="password" label={t('password')} hint={server?.passwordSet ? t('kept') : undefined}>
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Field>
      <Field name="fromAddress" label={t('fromAddress')} required>
        <Input type="email" maxLength={200} />
      </Field>
      <Field name="fromName" label={t('fromName')}>
        <Input maxLength={100} />
      </Field>
      <Field name="siteAddress" label={t('site')} hint={t('siteHint')}>
        <Input maxLength={200} />
      </Field>
      <Field name="authority" label={t('authority')} hint={t('authorityHint')}>
        <Input.TextArea rows={3} maxLength={20000} />
      </Field>
    </EntryForm>
  )
}

function Test({ ready }: { ready: boolean }) {
  const t = useText(messages)
  const [to, setTo] = useState('')
  const test = useWrite(testMailServer, {})
  return (
    <div className="hq-stack">
      <p className="hq-faint">{t('testNote')}</p>
      <div className="hq-row">
        <Input
          type="email"
          aria-label={t('to')}
          placeholder={t('to')}
          value={to}
          onChange={({ target }) => setTo(target.value)}
        />
        <Button
          disabled={!ready || to.trim() === ''}
          loading={test.isPending}
          onClick={() => test.mutate({ to: to.trim() })}
        >
          {t('test')}
        </Button>
      </div>
      {test.data ? <TestOutcome deliveryId={test.data.deliveryId} /> : null}
    </div>
  )
}
