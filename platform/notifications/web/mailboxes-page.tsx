import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { roles } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { OpenNetworks } from '#platform/outbound/web/open-networks.tsx'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { Page } from '#ui/page.tsx'
import { ReadTable } from '#ui/read-table.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { notifications } from '../module.ts'
import { MailboxForm } from './mailbox-form.tsx'
import { settingsTrail } from './settings-page.tsx'
import { TestOutcome } from './test-outcome.tsx'
import { channelTitles } from './words.ts'

const messages = defineMessages({
  title: text('公共邮箱和群机器人', 'Shared mailboxes and robots'),
  note: text(
    '一个岗位或单位共用的接收处：事情只说一次，大家都看得到。',
    'Shared by a role or unit: said once, seen by all of them.',
  ),
  add: text('新建', 'Add'),
  name: text('名称', 'Name'),
  channel: text('方式', 'Way'),
  who: text('代表', 'For'),
  address: text('地址', 'Address'),
  change: text('修改', 'Change'),
  test: text('试发', 'Test'),
  remove: text('停用', 'Remove'),
  removed: text('已停用', 'Removed'),
  sure: text('停用“{name}”？还没发出的也不再发。', 'Remove “{name}”? What still waits is not sent either.'),
  none: text('还没有公共邮箱和群机器人', 'No shared mailboxes or robots yet'),
  next: text('例如把派单发到维修班的群里。', 'For example, post what is assigned into the repairers’ group.'),
})

const { listMailboxes, removeMailbox, testMailbox } = notifications.actions
export type Mailbox = OutputOf<typeof listMailboxes>['items'][number]

/** Shared addresses and robots. */
export default function MailboxesPage() {
  const t = useText(messages)
  const say = useLocalised()
  const [panel, setPanel] = useState<Mailbox | 'new' | null>(null)
  const list = useRead(listMailboxes, {})
  const remove = useWrite(removeMailbox, { invalidates: ['/mailboxes'], success: t('removed') })
  const units = new Map(list.data?.units.map(({ id, name }) => [id, name]))
  const close = () => setPanel(null)
  const whoOf = (row: Mailbox) =>
    [row.unitId ? units.get(row.unitId) : null, row.role ? say(roles[row.role]) : null]
      .filter(Boolean)
      .join(' · ')
  return (
    <Page
      title={t('title')}
      subtitle={t('note')}
      trail={settingsTrail}
      action={{ title: t('add'), onClick: () => setPanel('new') }}
    >
      <div className="hq-stack">
        <ReadTable
          read={list}
          empty={{ icon: 'people', title: t('none'), next: t('next') }}
          label={t('title')}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', title: t('name'), render: (row: Mailbox) => row.name },
            { key: 'channel', title: t('channel'), render: (row) => say(channelTitles[row.channel]) },
            { key: 'who', title: t('who'), render: whoOf },
            { key: 'address', title: t('address'), render: (row) => row.address },
            { key: 'test', title: t('test'), card: 'bare', render: (row) => <Test mailboxId={row.id} /> },
            {
              key: 'do',
              title: '',
              card: 'bare',
              align: 'right',
              render: (row) => (
                <span className="hq-row">
                  <Button type="text" onClick={() => setPanel(row)}>
                    {t('change')}
                  </Button>
                  <ConfirmButton
                    type="text"
                    question={t('sure', { name: row.name })}
                    yes={t('remove')}
                    onConfirm={() => remove.mutateAsync({ mailboxId: row.id })}
                  >
                    {t('remove')}
                  </ConfirmButton>
                </span>
              ),
            },
          ]}
        />
        {list.data ? <OpenNetworks list={list.data.allowedNetworks} /> : null}
      </div>
      <SidePanel
        open={panel !== null}
        title={panel === 'new' ? t('add') : (panel?.name ?? '')}
        onClose={close}
      >
        {panel ? (
          <MailboxForm
            mailbox={panel === 'new' ? null : panel}
            units={list.data?.units ?? []}
            onDone={close}
          />
        ) : null}
      </SidePanel>
    </Page>
  )
}

function Test({ mailboxId }: { mailboxId: string }) {
  const t = useText(messages)
  const test = useWrite(testMailbox, {})
  return test.data ? (
    <TestOutcome deliveryId={test.data.deliveryId} />
  ) : (
    <Button size="small" loading={test.isPending} onClick={() => test.mutate({ mailboxId })}>
      {t('test')}
    </Button>
  )
}
