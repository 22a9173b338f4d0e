import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Page } from '#ui/page.tsx'
import { ReadTable } from '#ui/read-table.tsx'
import { LongName } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { webhooks } from '../module.ts'
import { type Webhook, WebhookForm } from './webhook-form.tsx'

const messages = defineMessages({
  title: text('事件推送', 'Webhooks'),
  note: text(
    '发生的事自动告诉别的系统，带签名，失败会重试。',
    'What happens is told to other systems, signed, and tried again.',
  ),
  add: text('新建', 'Add'),
  name: text('名称', 'Name'),
  address: text('接收地址', 'Address'),
  events: text('事件', 'Events'),
  state: text('状态', 'State'),
  good: text('正常', 'Working'),
  failing: text('最近失败 {n} 次', '{n} {n|failure|failures} lately'),
  paused: text('已暂停', 'Paused'),
  waiting: text('等待', 'Waiting'),
  none: text('还没有事件推送', 'No webhooks yet'),
  next: text('例如让数据中台知道每张新工单。', 'For example, let the data platform know of every new order.'),
})

export function WebhookState({ webhook }: { webhook: Webhook }) {
  const t = useText(messages)
  if (webhook.pausedAt) return <StateTag tone="bad" title={t('paused')} />
  if (webhook.failures > 0) return <StateTag tone="waiting" title={t('failing', { n: webhook.failures })} />
  return <StateTag tone="good" title={t('good')} />
}

/** The addresses events go to. */
export default function WebhooksPage() {
  const t = useText(messages)
  const go = useGo()
  const [adding, setAdding] = useState(false)
  const list = useRead(webhooks.actions.listWebhooks, {})
  return (
    <Page
      title={t('title')}
      subtitle={t('note')}
      action={{ title: t('add'), onClick: () => setAdding(true) }}
    >
      <ReadTable
        read={list}
        empty={{ icon: 'apps', title: t('none'), next: t('next') }}
        label={t('title')}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/webhooks/${row.id}`)}
        rowTone={(row) => (row.pausedAt ? 'bad' : undefined)}
        columns={[
          { key: 'name', title: t('name'), render: (row: Webhook) => row.name },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row) => <WebhookState webhook={row} />,
          },
          { key: 'address', title: t('address'), render: (row) => <LongName>{row.address}</LongName> },
          { key: 'events', title: t('events'), align: 'right', render: (row) => row.types.length },
          { key: 'waiting', title: t('waiting'), align: 'right', render: (row) => row.waiting },
        ]}
      />
      <SidePanel open={adding} title={t('add')} onClose={() => setAdding(false)}>
        {adding && list.data ? <WebhookForm webhook={null} types={list.data.types} /> : null}
      </SidePanel>
    </Page>
  )
}
