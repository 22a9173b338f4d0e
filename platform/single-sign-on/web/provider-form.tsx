import { Input, Select, Switch } from 'antd'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { singleSignOn } from '../module.ts'

const messages = defineMessages({
  title: text('名称', 'Name'),
  titleHint: text('登录页的按钮写“用（名称）登录”。', 'The button on the sign-in page names it.'),
  issuer: text('认证地址（Issuer）', 'Issuer'),
  issuerHint: text(
    '统一认证的管理员会给，例如 https://sso.example.cn/realms/qu。',
    'The administrators of the provider know it, such as https://sso.example.cn/realms/qu.',
  ),
  clientId: text('客户端标识（Client ID）', 'Client ID'),
  secret: text('密钥（Client secret）', 'Client secret'),
  secretHint: text('只写不读；留空就不改。', 'Never shown again; leave empty to keep it.'),
  scopes: text('范围（Scope）', 'Scopes'),
  claim: text('对应账号的属性（Claim）', 'Claim that names the account'),
  claimHint: text(
    '只在首次登录时用来找账号，之后按统一认证里的固定编号认人。',
    'Used at the first sign-in only; afterwards the provider’s own lasting id counts.',
  ),
  match: text('属性的内容是', 'What the claim holds'),
  userName: text('本系统的用户名', 'The user name here'),
  staffNumber: text('工号', 'The staff number'),
  authority: text('对方的根证书（PEM）', 'Own authority (PEM)'),
  authorityHint: text('证书由公共机构签发的不用填。', 'Empty for a certificate that is known publicly.'),
  secondFactor: text('由统一认证做第二重验证', 'The provider checks a second factor'),
  secondFactorHint: text(
    '关闭时，需要第二重验证的账号只能用密码登录。',
    'While off, accounts that need a second factor sign in by password.',
  ),
  enabled: text('在登录页显示', 'Shown on the sign-in page'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
})

const { addProvider, changeProvider, listProviders } = singleSignOn.actions
export type Provider = OutputOf<typeof listProviders>['items'][number]
type Values = InputOf<typeof addProvider>

const usual: Partial<Values> = {
  scopes: 'openid profile',
  claim: 'preferred_username',
  match: 'user-name',
  secondFactorByProvider: false,
  enabled: false,
}

/** The settings of a provider; the secret goes in and never comes out. */
export function ProviderForm({
  provider,
  onDone,
}: {
  provider: Provider | null
  onDone: (id: string) => void
}) {
  const t = useText(messages)
  const options = { invalidates: ['/single-sign-on'], success: t('saved'), quiet: true }
  const add = useWrite(addProvider, { ...options, onDone: ({ id }) => onDone(id) })
  const change = useWrite(changeProvider, { ...options, onDone: () => onDone(provider!.id) })
  const submit = ({ clientSecret, authority, ...values }: Values) => {
    const rest = { ...values, authority: authority ?? '' }
    if (!provider) add.mutate({ ...rest, clientSecret })
    else change.mutate({ providerId: provider.id, ...rest, ...(clientSecret ? { clientSecret } : {}) })
  }
  const matches = [
    { value: 'user-name', label: t('userName') },
    { value: 'staff-number', label: t('staffNumber') },
  ]
  return (
    <EntryForm<Values>
      initial={provider ?? usual}
      onSubmit={submit}
      problem={add.error ?? change.error}
      busy={add.isPending || change.isPending}
      submit={t('save')}
    >
      <Field name="title" label={t('title')} required hint={t('titleHint')}>
        <Input maxLength={40} />
      </Field>
      <Field name="issuer" label={t('issuer')} required hint={t('issuerHint')}>
        <Input type="url" maxLength={300} />
      </Field>
      <Field name="clientId" label={t('clientId')} required>
        <Input maxLength={200} autoComplete="off" />
      </Field>
      <Field
        name="clientSecret"
        label={t('secret')}
        required={!provider}
        hint={provider ? t('secretHint') : undefined}
      >
        <Input.Password maxLength={1000} autoComplete="new-password" />
      </Field>
      <Field name="claim" label={t('claim')} required hint={t('claimHint')}>
        <Input maxLength={100} />
      </Field>
      <Field name="match" label={t('match')} required>
        <Select options={matches} />
      </Field>
      <Field name="scopes" label={t('scopes')} required>
        <Input maxLength={200} />
      </Field>
      <Field name="authority" label={t('authority')} hint={t('authorityHint')}>
        <Input.TextArea rows={3} maxLength={20000} />
      </Field>
      <Field
        name="secondFactorByProvider"
        label={t('secondFactor')}
        valueProp="checked"
        hint={t('secondFactorHint')}
      >
        <Switch />
      </Field>
      <Field name="enabled" label={t('enabled')} valueProp="checked">
        <Switch />
      </Field>
    </EntryForm>
  )
}
