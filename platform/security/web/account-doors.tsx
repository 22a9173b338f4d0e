import { Space } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { kernel } from '#kernel/module.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { security } from '../module.ts'
import { messages } from './messages.ts'

type Account = OutputOf<typeof kernel.actions.listAccounts>['items'][number]

/** Every account as the doors see it: locked or not, with a second factor or not, and what can be done. */
export function AccountDoors() {
  const t = useText(messages)
  const format = useFormat()
  const options = { invalidates: ['/accounts', '/security/sessions'], success: t('done') }
  const unlock = useWrite(security.actions.unlockAccount, options)
  const reset = useWrite(security.actions.resetSecondFactor, options)
  const endAll = useWrite(security.actions.endAccountSessions, options)
  return (
    <DataTable
      name="security.accounts"
      title={t('accounts')}
      read={kernel.actions.listAccounts}
      search={t('find')}
      searchAs="search"
      empty={{ title: t('accounts'), icon: 'people' }}
      columns={[
        { key: 'name', title: t('who'), render: (row: Account) => `${row.name} ${row.userName}` },
        {
          key: 'state',
          title: t('state'),
          render: (row: Account) =>
            row.lockedUntil ? (
              <StateTag tone="bad" title={t('locked', { when: format.when(row.lockedUntil) })} />
            ) : (
              <StateTag
                tone={row.secondFactor ? 'good' : 'ended'}
                title={t(row.secondFactor ? 'withFactor' : 'noFactor')}
              />
            ),
        },
        {
          key: 'do',
          title: '',
          align: 'right',
          card: 'bare',
          render: (row: Account) => (
            <Space wrap>
              {row.lockedUntil ? (
                <ConfirmButton
                  type="text"
                  danger={false}
                  question={`${t('unlock')}：${row.name}`}
                  yes={t('unlock')}
                  onConfirm={() => unlock.mutateAsync({ accountId: row.id })}
                >
                  {t('unlock')}
                </ConfirmButton>
              ) : null}
              {row.secondFactor ? (
                <ConfirmButton
                  type="text"
                  question={t('resetSure', { name: row.name })}
                  yes={t('resetFactor')}
                  onConfirm={() => reset.mutateAsync({ accountId: row.id })}
                >
                  {t('resetFactor')}
                </ConfirmButton>
              ) : null}
              <ConfirmButton
                type="text"
                question={t('endAllSure', { name: row.name })}
                yes={t('endAll')}
                onConfirm={() => endAll.mutateAsync({ accountId: row.id })}
              >
                {t('endAll')}
              </ConfirmButton>
            </Space>
          ),
        },
      ]}
    />
  )
}
