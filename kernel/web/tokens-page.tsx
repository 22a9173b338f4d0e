import { useMutation } from '@tanstack/react-query'
import { Input, Modal, Select, Typography } from 'antd'
import { useState } from 'react'
import { kernelActions } from '#kernel/actions.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { Empty } from '#ui/empty.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { fetchJson } from './fetch-json.ts'
import { useFormat } from './format.ts'
import { defineMessages, useLocalised, useText } from './messages.ts'
import { problemOf } from './problem-of.ts'
import { useModules } from './shell-modules.ts'
import { useRead } from './use-read.ts'
import { useWrite } from './use-write.ts'

const messages = defineMessages({
  title: text('我的令牌', 'My tokens'),
  what: text(
    '令牌让程序以您的名义调用接口，权限与您相同。请像密码一样保管。',
    'A token lets a program call the API with your rights. Keep it like a password.',
  ),
  create: text('新建令牌', 'New token'),
  name: text('用途', 'Purpose'),
  hint: text('例如：办公室报表脚本', 'For example: the office’s report script'),
  days: text('有效期', 'Valid for'),
  daysOf: text('{n} 天', '{n} days'),
  created: text('建立', 'Created'),
  used: text('最近使用', 'Last used'),
  never: text('没用过', 'Never'),
  expires: text('到期', 'Expires'),
  revoke: text('停用', 'Revoke'),
  revoked: text('令牌已停用', 'The token is revoked'),
  sure: text(
    '停用“{title}”？用它的程序会立刻断开，不能恢复。',
    'Revoke “{title}”? Programs using it stop at once; this cannot be undone.',
  ),
  none: text('还没有令牌', 'No tokens yet'),
  next: text('需要让程序读取或登记数据时，建一个。', 'Make one when a program needs to read or enter data.'),
  may: text('范围', 'May'),
  whole: text('您能做的一切', 'Everything you may do'),
  readOnly: text('只读', 'Only read'),
  choose: text('指定几个部分', 'Chosen parts'),
  parts: text('哪些部分', 'Which parts'),
  reads: text('{module}：只读', '{module}: read'),
  writes: text('{module}：读和写', '{module}: read and write'),
  again: text('请再输入一次密码，确认是您本人', 'Give your password again to confirm it is you'),
  password: text('密码', 'Password'),
  go: text('继续', 'Go on'),
  once: text('请现在复制，关闭后不再显示', 'Copy it now: it is not shown again'),
})

type Token = OutputOf<typeof kernelActions.listTokens>['items'][number]

/** Personal tokens: made, shown once, revoked. */
export default function TokensPage() {
  const t = useText(messages)
  const format = useFormat()
  const words = useScopeWords()
  const [making, setMaking] = useState(false)
  const list = useRead(kernelActions.listTokens, {})
  const revoke = useWrite(kernelActions.revokeToken, { invalidates: ['/me/tokens'], success: t('revoked') })
  const tokens = list.data?.items ?? []
  return (
    <Page
      title={t('title')}
      subtitle={t('what')}
      action={{ title: t('create'), onClick: () => setMaking(true) }}
      trail={[{ title: text('我的设置', 'My settings'), to: '/me' }]}
    >
      {list.isPending ? <Loading /> : null}
      {list.error ? <Problem error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && tokens.length === 0 ? <Empty icon="key" title={t('none')} next={t('next')} /> : null}
      {tokens.length > 0 ? (
        <PlainTable
          label={t('title')}
          rows={tokens}
          rowKey={(row) => row.id}
          columns={[
            { key: 'title', title: t('name'), render: (row: Token) => row.title },
            { key: 'may', title: t('may'), render: (row) => words(row.scopes) },
            { key: 'created', title: t('created'), render: (row) => format.day(row.createdAt, 'plain') },
            {
              key: 'used',
              title: t('used'),
              render: (row) => (row.lastUsedAt ? format.when(row.lastUsedAt) : t('never')),
            },
            { key: 'expires', title: t('expires'), render: (row) => format.day(row.expiresAt, 'plain') },
            {
              key: 'revoke',
              title: '',
              align: 'right',
              card: 'mark',
              render: (row) => (
                <ConfirmButton
                  type="text"
                  question={t('sure', { title: row.title })}
                  yes={t('revoke')}
                  onConfirm={() => revoke.mutateAsync({ tokenId: row.id })}
                >
                  {t('revoke')}
                </ConfirmButton>
              ),
            },
          ]}
        />
      ) : null}
      <Modal
        open={making}
        title={t('create')}
        footer={null}
        onCancel={() => setMaking(false)}
        destroyOnHidden
      >
        <NewToken />
      </Modal>
    </Page>
  )
}

function NewToken() {
  const t = useText(messages)
  const localised = useLocalised()
  const [typed, setTyped] = useState<Partial<NewTokenValues>>({})
  const make = useWrite(kernelActions.createToken, { invalidates: ['/me/tokens'], quiet: true })
  const options = useModules().flatMap(({ module }) => [
    { value: `${module.name}.read`, label: t('reads', { module: localised(module.title) }) },
    { value: `${module.name}.write`, label: t('writes', { module: localised(module.title) }) },
  ])
  if (make.data) {
    return (
      <div className="hq-stack">
        <p>{t('once')}</p>
        <Typography.Text code copyable>
          {make.data.token}
        </Typography.Text>
      </div>
    )
  }
  if (problemOf(make.error).code === 'kernel.password_again')
    return <PasswordAgain onDone={() => make.reset()} />
  return (
    <EntryForm<NewTokenValues>
      initial={{ days: 90, may: 'whole', ...typed }}
      onChange={setTyped}
      onSubmit={({ title, days, may, parts }) => {
        const scopes = may === 'whole' ? null : may === 'readOnly' ? ['read'] : (parts ?? [])
        make.mutate({ title, days, scopes })
      }}
      problem={make.error}
      busy={make.isPending}
      submit={t('create')}
    >
      <Field name="title" label={t('name')} required hint={t('hint')}>
        <Input maxLength={100} />
      </Field>
      <Field name="days" label={t('days')} required>
        <Select options={[7, 30, 90, 365].map((n) => ({ value: n, label: t('daysOf', { n }) }))} />
      </Field>
      <Field name="may" label={t('may')} required>
        <Select
          options={(['whole', 'readOnly', 'choose'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Field>
      {typed.may === 'choose' ? (
        <Field name="parts" label={t('parts')} required>
          <Select mode="multiple" options={options} optionFilterProp="label" />
        </Field>
      ) : null}
    </EntryForm>
  )
}

interface NewTokenValues {
  title: string
  days: number
  may: 'whole' | 'readOnly' | 'choose'
  parts?: string[]
}

/** The scopes of a token in words. */
function useScopeWords(): (scopes: readonly string[] | null) => string {
  const t = useText(messages)
  const localised = useLocalised()
  const modules = useModules()
  return (scopes) => {
    if (scopes === null) return t('whole')
    const parts = scopes.map((scope) => {
      const module = modules.find((one) => scope.startsWith(`${one.module.name}.`))?.module
      if (!module) return scope === 'read' ? t('readOnly') : scope
      return t(scope.endsWith('.write') ? 'writes' : 'reads', { module: localised(module.title) })
    })
    return parts.join('；')
  }
}

/** The password once more, before something delicate. */
function PasswordAgain({ onDone }: { onDone: () => void }) {
  const t = useText(messages)
  const confirm = useMutation({
    mutationFn: (values: { current: string }) => fetchJson('POST', '/api/me/password/confirmation', values),
    onSuccess: onDone,
  })
  return (
    <EntryForm<{ current: string }>
      onSubmit={confirm.mutate}
      problem={confirm.error}
      busy={confirm.isPending}
      submit={t('go')}
    >
      <p>{t('again')}</p>
      <Field name="current" label={t('password')} required>
        <Input.Password autoComplete="current-password" />
      </Field>
    </EntryForm>
  )
}
