import { Input, Select, Typography } from 'antd'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { webhooks } from '../module.ts'

const messages = defineMessages({
  name: text('名称', 'Name'),
  address: text('接收地址', 'Address'),
  addressHint: text(
    '以 https:// 开头；内网地址要由运维先开放。',
    'Begins with https://; inner addresses must be opened by the operator first.',
  ),
  types: text('推送哪些事件', 'Which events'),
  authority: text('对方的自有根证书（PEM）', 'The receiver’s own authority (PEM)'),
  authorityHint: text(
    '对方用自签证书时才需要。',
    'Only for a certificate that no public authority has signed.',
  ),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
  once: text('请现在复制签名密钥，关闭后不再显示', 'Copy the signing secret now: it is not shown again'),
  how: text(
    '接收方用它按 Standard Webhooks 验证 webhook-signature 头。',
    'The receiver checks the webhook-signature header with it (Standard Webhooks).',
  ),
})

const { createWebhook, changeWebhook, listWebhooks } = webhooks.actions
type Listed = OutputOf<typeof listWebhooks>
export type Webhook = Listed['items'][number]
type Values = InputOf<typeof createWebhook>

/** A secret, this once. */
export function SecretOnce({ secret }: { secret: string }) {
  const t = useText(messages)
  return (
    <div className="hq-stack">
      <p>{t('once')}</p>
      <Typography.Text code copyable>
        {secret}
      </Typography.Text>
      <p className="hq-faint">{t('how')}</p>
    </div>
  )
}

interface Props {
  webhook: Webhook | null
  types: Listed['types']
  onDone?: () => void
}

export function WebhookForm({ webhook, types, onDone }: Props) {
  const t = useText(messages)
  const say = useLocalised()
  const create = useWrite(createWebhook, { invalidates: ['/webhooks'], quiet: true })
  const change = useWrite(changeWebhook, {
    invalidates: ['/webhooks'],
    success: t('saved'),
    quiet: true,
    onDone,
  })
  if (create.data) return <SecretOnce secret={create.data.secret} />
  const groups = [...new Set(types.map(({ module }) => module.zh))].map((group) => {
    const inside = types.filter(({ module }) => module.zh === group)
    return {
      label: say(inside[0]!.module),
      options: inside.map(({ type, title }) => ({ value: type, label: say(title) })),
    }
  })
  const submit = (values: Values) => {
    const input = { ...values, authority: values.authority ?? '' }
    if (webhook) change.mutate({ webhookId: webhook.id, ...input })
    else create.mutate(input)
  }
  return (
    <EntryForm<Values>
      initial={webhook ?? { types: [] }}
      onSubmit={submit}
      problem={create.error ?? change.error}
      busy={create.isPending || change.isPending}
      submit={t('save')}
    >
      <Field name="name" label={t('name')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="address" label={t('address')} required hint={t('addressHint')}>
        <Input type="url" maxLength={500} />
      </Field>
      <Field name="types" label={t('types')} required>
        <Select mode="multiple" allowClear options={groups} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field name="authority" label={t('authority')} hint={t('authorityHint')}>
        <Input.TextArea rows={3} maxLength={20000} />
      </Field>
    </EntryForm>
  )
}
