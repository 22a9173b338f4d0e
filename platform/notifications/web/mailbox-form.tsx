import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import type { InputOf } from '#kernel/contract/action.ts'
import { allRoles, roles } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useModules } from '#kernel/web/shell-modules.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { notifications } from '../module.ts'
import type { Mailbox } from './mailboxes-page.tsx'
import { channelTitles } from './words.ts'

const messages = defineMessages({
  name: text('名称', 'Name'),
  channel: text('方式', 'Way'),
  role: text('代表岗位', 'For the role'),
  unit: text('代表单位', 'For the unit'),
  types: text('只收这些', 'Only these'),
  typesHint: text('不选就是全部。', 'None chosen means all.'),
  instead: text('代替个人邮件：这里收到的，不再逐个发邮件', 'Instead of mails to each person'),
  mailAddress: text('邮箱地址', 'Mail address'),
  base: text('平台地址', 'Address of the platform'),
  baseHint: text('直连填平台网址；经代理的填代理网址。', 'The platform’s own, or a proxy’s.'),
  key: text('机器人密钥', 'Key of the robot'),
  keyHint: text(
    '机器人地址里 key=、access_token= 或 hook/ 后面的部分。',
    'What follows key=, access_token= or hook/ in the robot’s address.',
  ),
  secret: text('签名密钥', 'Signing secret'),
  kept: text('已保存，不显示；不改就留空', 'Kept and not shown; leave empty to keep it'),
  language: text('语言', 'Language'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
})

const { createMailbox, changeMailbox } = notifications.actions
type Values = Omit<InputOf<typeof createMailbox>, 'role' | 'unitId'> & {
  role?: Mailbox['role']
  unitId?: string | null
}

const platforms: Record<string, string> = {
  wecom: 'https://qyapi.weixin.qq.com',
  dingtalk: 'https://oapi.dingtalk.com',
  feishu: 'https://open.feishu.cn',
}

interface Props {
  mailbox: Mailbox | null
  units: readonly { id: string; name: string }[]
  onDone: () => void
}

export function MailboxForm({ mailbox, units, onDone }: Props) {
  const t = useText(messages)
  const say = useLocalised()
  const modules = useModules()
  const [channel, setChannel] = useState<Mailbox['channel']>(mailbox?.channel ?? 'wecom')
  const options = { invalidates: ['/mailboxes'], success: t('saved'), quiet: true, onDone }
  const create = useWrite(createMailbox, options)
  const change = useWrite(changeMailbox, options)
  const submit = ({ key, secret, ...values }: Values) => {
    const input = {
      ...values,
      role: values.role ?? null,
      unitId: values.unitId ?? null,
      types: values.types ?? [],
      instead: values.instead ?? false,
      ...(key ? { key } : {}),
      ...(secret ? { secret } : {}),
    }
    if (mailbox) change.mutate({ mailboxId: mailbox.id, ...input })
    else create.mutate(input)
  }
  const robot = channel !== 'mail'
  const types = modules.flatMap(({ module }) =>
    Object.entries(module.notifications ?? {}).map(([value, { title }]) => ({ value, label: say(title) })),
  )
  return (
    <EntryForm<Values>
      initial={mailbox ?? { channel: 'wecom', address: platforms.wecom, locale: 'zh-CN', role: 'worker' }}
      onChange={(values) => setChannel(values.channel)}
      onSubmit={submit}
      problem={create.error ?? change.error}
      busy={create.isPending || change.isPending}
      submit={t('save')}
    >
      <Field name="name" label={t('name')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="channel" label={t('channel')} required>
        <Select
          options={Object.entries(channelTitles).map(([value, title]) => ({ value, label: say(title) }))}
        />
      </Field>
      <Field
        name="address"
        label={t(robot ? 'base' : 'mailAddress')}
        required
        hint={robot ? `${t('baseHint')} ${platforms[channel]}` : undefined}
      >
        <Input maxLength={300} />
      </Field>
      {robot ? (
        <>
          <Field name="key" label={t('key')} hint={t(mailbox?.keySet ? 'kept' : 'keyHint')}>
            <Input.Password maxLength={200} autoComplete="new-password" />
          </Field>
          {channel === 'wecom' ? null : (
            <Field name="secret" label={t('secret')} hint={mailbox?.secretSet ? t('kept') : undefined}>
              <Input.Password maxLength={200} autoComplete="new-password" />
            </Field>
          )}
        </>
      ) : null}
      <Field name="role" label={t('role')}>
        <Select allowClear options={allRoles.map((role) => ({ value: role, label: say(roles[role]) }))} />
      </Field>
      <Field name="unitId" label={t('unit')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field name="types" label={t('types')} hint={t('typesHint')}>
        <Select mode="multiple" allowClear options={types} />
      </Field>
      <Field name="instead" label="" valueProp="checked">
        <Checkbox>{t('instead')}</Checkbox>
      </Field>
      <Field name="locale" label={t('language')} required>
        <Select
          options={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'zh-Hant', label: '繁體中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Field>
    </EntryForm>
  )
}
