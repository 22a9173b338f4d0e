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
import { useFormat } from './format.ts'
import { defineMessages, useText } from './messages.ts'
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
  once: text('请现在复制，关闭后不再显示', 'Copy it now: it is not shown again'),
})

type Token = OutputOf<typeof kernelActions.listTokens>['items'][number]

/** Personal tokens: made, shown once, revoked. */
export default function TokensPage() {
  const t = useText(messages)
  const format = useFormat()
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
  const make = useWrite(kernelActions.createToken, { invalidates: ['/me/tokens'], quiet: true })
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
  return (
    <EntryForm<{ title: string; days: number }>
      initial={{ days: 90 }}
      onSubmit={make.mutate}
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
    </EntryForm>
  )
}
