import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import type { RowOf } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { notifications } from '../module.ts'
import { settingsTrail } from './settings-page.tsx'
import { channelTitles } from './words.ts'

const messages = defineMessages({
  title: text('发送记录', 'Sending log'),
  note: text('只记发给谁、是否送达，不记内容。', 'To whom and how it went; never what it said.'),
  kind: text('消息', 'News'),
  to: text('收件人', 'To'),
  channel: text('方式', 'Way'),
  status: text('结果', 'Result'),
  answer: text('对方的回答', 'What the other side said'),
  tries: text('尝试', 'Tries'),
  when: text('时间', 'When'),
  failed: text('只看没送达的', 'Not delivered'),
  sent: text('已送达', 'Delivered'),
  waiting: text('等待', 'Waiting'),
  givenUp: text('未送达', 'Given up'),
  again: text('重发', 'Send again'),
  asked: text('已重新排队', 'Queued again'),
  none: text('还没有发出过', 'Nothing was sent yet'),
})

const { listDeliveries, sendAgain } = notifications.actions
type Row = RowOf<typeof listDeliveries>

const looks = {
  SENT: { tone: 'good', title: messages.sent },
  WAITING: { tone: 'waiting', title: messages.waiting },
  GIVEN_UP: { tone: 'bad', title: messages.givenUp },
} as const

const filters: Filter[] = [
  {
    key: 'status',
    kind: 'select',
    label: messages.status,
    options: Object.entries(looks).map(([value, { title }]) => ({ value, label: title })),
  },
  {
    key: 'channel',
    kind: 'select',
    label: messages.channel,
    options: Object.entries(channelTitles).map(([value, label]) => ({ value, label })),
  },
  { key: 'failed', kind: 'toggle', label: messages.failed },
]

/** What left the application, and what became of it. */
export default function LogPage() {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const again = useWrite(sendAgain, { invalidates: ['/deliveries'], success: t('asked') })
  return (
    <Page title={t('title')} subtitle={t('note')} width="wide" trail={settingsTrail}>
      <DataTable
        name="notifications.log"
        title={messages.title}
        read={listDeliveries}
        filters={filters}
        empty={{ icon: 'history', title: messages.none }}
        rowTone={(row: Row) => (row.status === 'GIVEN_UP' ? 'bad' : undefined)}
        columns={[
          { key: 'kind', title: messages.kind, render: (row: Row) => say(row.title) },
          {
            key: 'status',
            title: messages.status,
            card: 'mark',
            render: (row: Row) => <StateTag tone={looks[row.status].tone} title={looks[row.status].title} />,
          },
          { key: 'to', title: messages.to, render: (row: Row) => row.recipient },
          { key: 'channel', title: messages.channel, render: (row: Row) => say(channelTitles[row.channel]) },
          { key: 'tries', title: messages.tries, align: 'right', render: (row: Row) => row.attempts },
          {
            key: 'answer',
            title: messages.answer,
            render: (row: Row) => <LongName>{row.answer || '—'}</LongName>,
          },
          {
            key: 'when',
            title: messages.when,
            render: (row: Row) => format.when(row.triedAt ?? row.createdAt),
          },
          {
            key: 'again',
            title: '',
            card: 'bare',
            render: (row: Row) =>
              row.status === 'SENT' ? null : (
                <Button type="text" onClick={() => again.mutate({ deliveryId: row.id })}>
                  {t('again')}
                </Button>
              ),
          },
        ]}
      />
    </Page>
  )
}
