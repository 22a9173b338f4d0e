import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { kernelActions } from '#kernel/actions.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { allRoles, offices, roles } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { defineMessages, useLocalised, useText } from './messages.ts'
import { useSession } from './use-session.ts'
import { useWrite } from './use-write.ts'

const messages = defineMessages({
  title: text('账号', 'Accounts'),
  create: text('开通账号', 'New account'),
  name: text('姓名', 'Name'),
  userName: text('用户名', 'User name'),
  password: text('初始密码', 'First password'),
  newPassword: text('新密码（不改就留空）', 'New password (leave empty to keep)'),
  roles: text('角色', 'Roles'),
  state: text('状态', 'State'),
  open: text('可用', 'Active'),
  shut: text('已停用', 'Disabled'),
  change: text('修改', 'Change'),
  save: text('保存', 'Save'),
  created: text('账号已开通', 'The account is open'),
  saved: text('已保存', 'Saved'),
  disable: text('停用', 'Disable'),
  enable: text('恢复', 'Enable'),
  sure: text(
    '停用 {name} 的账号？此人会立刻退出，做过的事都保留。',
    'Disable {name}’s account? They are signed out at once; what they did stays.',
  ),
  separate: text(
    '先开通为职工；其他角色由安全管理员授予。',
    'It begins as a staff member; the security administrator grants other roles.',
  ),
  find: text('姓名或用户名', 'Name or user name'),
  none: text('还没有账号', 'No accounts yet'),
})

type Account = OutputOf<typeof kernelActions.listAccounts>['items'][number]
type NewAccount = InputOf<typeof kernelActions.createAccount>
const invalidates = ['/accounts']

/** Who may sign in, and as what. */
export default function AccountsPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const [panel, setPanel] = useState<Account | 'new' | null>(null)
  const close = () => setPanel(null)
  const opens = useSession().allowed('kernel.manage-accounts')
  return (
    <Page
      title={t('title')}
      action={opens ? { title: t('create'), onClick: () => setPanel('new') } : undefined}
    >
      <DataTable
        name="kernel.accounts"
        title={t('title')}
        read={kernelActions.listAccounts}
        search={t('find')}
        searchAs="search"
        onNew={opens ? () => setPanel('new') : undefined}
        empty={{ title: t('none'), icon: 'people' }}
        columns={[
          { key: 'name', title: t('name'), render: (row: Account) => row.name },
          { key: 'user', title: t('userName'), render: (row: Account) => row.userName },
          {
            key: 'roles',
            title: t('roles'),
            render: (row: Account) => row.roles.map((role) => localised(roles[role])).join('、'),
          },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row: Account) => (
              <StateTag tone={row.disabled ? 'ended' : 'good'} title={t(row.disabled ? 'shut' : 'open')} />
            ),
          },
          {
            key: 'change',
            title: '',
            align: 'right',
            card: 'bare',
            render: (row: Account) => (
              <Button type="text" onClick={() => setPanel(row)}>
                {t('change')}
              </Button>
            ),
          },
        ]}
      />
      <SidePanel
        open={panel !== null}
        onClose={close}
        title={panel === 'new' ? t('create') : (panel?.name ?? '')}
      >
        {panel === 'new' ? (
          <NewAccountForm onDone={close} />
        ) : panel ? (
          <ChangeForm account={panel} onDone={close} />
        ) : null}
      </SidePanel>
    </Page>
  )
}

function sameRoles(one: readonly string[] | undefined, other: readonly string[]): boolean {
  return one === undefined || [...one].sort().join() === [...other].sort().join()
}

function RoleBoxes({ value, onChange }: { value?: string[]; onChange?: (value: string[]) => void }) {
  const localised = useLocalised()
  return (
    <Checkbox.Group
      value={value}
      onChange={onChange}
      options={allRoles.map((role) => ({ value: role, label: localised(roles[role]) }))}
    />
  )
}

function NewAccountForm({ onDone }: { onDone: () => void }) {
  const t = useText(messages)
  const create = useWrite(kernelActions.createAccount, {
    invalidates,
    success: t('created'),
    quiet: true,
    onDone,
  })
  return (
    <EntryForm<NewAccount>
      initial={{ roles: ['staff'] }}
      onSubmit={(values) => create.mutate({ ...values, roles: values.roles ?? ['staff'] })}
      problem={create.error}
      busy={create.isPending}
      submit={t('create')}
    >
      <Field name="name" label={t('name')} required>
        <Input maxLength={50} />
      </Field>
      <Field name="userName" label={t('userName')} required>
        <Input maxLength={64} autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field name="password" label={t('password')} required>
        <Input.Password autoComplete="new-password" />
      </Field>
      {useSession().separate ? (
        <p className="hq-soft">{t('separate')}</p>
      ) : (
        <Field name="roles" label={t('roles')} required>
          <RoleBoxes />
        </Field>
      )}
    </EntryForm>
  )
}

function ChangeForm({ account, onDone }: { account: Account; onDone: () => void }) {
  const t = useText(messages)
  const change = useWrite(kernelActions.changeAccount, {
    invalidates,
    success: t('saved'),
    quiet: true,
    onDone,
  })
  const session = useSession()
  const grants = session.allowed('kernel.grant-roles')
  const held = account.roles.some((role) => offices.some((office) => office === role))
  const keeps = session.separate && held ? grants : session.allowed('kernel.manage-accounts')
  return (
    <div className="hq-stack">
      <EntryForm<{ roles?: Account['roles']; password?: string }>
        initial={{ roles: account.roles }}
        onSubmit={(values) =>
          change.mutate({
            accountId: account.id,
            roles: sameRoles(values.roles, account.roles) ? undefined : values.roles,
            password: values.password || undefined,
          })
        }
        problem={change.error}
        busy={change.isPending}
        submit={t('save')}
      >
        {grants ? (
          <Field name="roles" label={t('roles')} required>
            <RoleBoxes />
          </Field>
        ) : null}
        {keeps ? (
          <Field name="password" label={t('newPassword')}>
            <Input.Password autoComplete="new-password" />
          </Field>
        ) : null}
      </EntryForm>
      {!keeps ? null : account.disabled ? (
        <Button onClick={() => change.mutate({ accountId: account.id, disabled: false })}>
          {t('enable')}
        </Button>
      ) : (
        <ConfirmButton
          question={t('sure', { name: account.name })}
          yes={t('disable')}
          onConfirm={() => change.mutateAsync({ accountId: account.id, disabled: true })}
        >
          {t('disable')}
        </ConfirmButton>
      )}
    </div>
  )
}
