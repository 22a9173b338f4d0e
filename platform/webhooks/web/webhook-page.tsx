import { Button, Modal } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo, useParam } from '#kernel/web/navigate.ts'
import { type RowOf, useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DayInput } from '#ui/day-input.tsx'
import { Empty } from '#ui/empty.tsx'
import type { Filter } from '#ui/filters.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, LongName, Section } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { webhooks } from '../module.ts'
import { SecretOnce, type Webhook, WebhookForm } from './webhook-form.tsx'
import { WebhookState } from './webhooks-page.tsx'

const messages = defineMessages({
  title: text('事件推送', 'Webhooks'),
  address: text('接收地址', 'Address'),
  state: text('状态', 'State'),
  waiting: text('等待推送', 'Waiting'),
  reason: text('暂停原因', 'Paused because'),
  former: text('旧密钥有效至', 'Former secret until'),
  change: text('修改', 'Change'),
  test: text('试推一次', 'Send a test'),
  asked: text('已排队，结果见下面的记录', 'Queued; see the attempts below'),
  resume: text('恢复', 'Resume'),
  resumed: text('已恢复，等待的事件正在推送', 'Resumed; what waited goes out now'),
  rotate: text('更换密钥', 'Rotate the secret'),
  rotateSure: text(
    '更换签名密钥？旧密钥还有效一天。',
    'Rotate the signing secret? The former one holds for another day.',
  ),
  remove: text('删除', 'Remove'),
  removed: text('已删除', 'Removed'),
  removeSure: text('删除“{name}”？不再推送任何事件。', 'Remove “{name}”? No events are sent any more.'),
  attempts: text('推送记录', 'Attempts'),
  failed: text('只看失败', 'Failures only'),
  event: text('事件', 'Event'),
  result: text('结果', 'Result'),
  took: text('用时', 'Took'),
  when: text('时间', 'When'),
  answer: text('对方的回答', 'What the other side said'),
  noAnswer: text('没有回答', 'No answer'),
  none: text('还没有推送过', 'Nothing was sent yet'),
  again: text('重推', 'Replay'),
  replay: text('重推一段时间', 'Replay a span'),
  from: text('从', 'From'),
  to: text('到', 'To'),
  replayed: text('已排队 {n} 个事件', '{n} {n|event|events} queued'),
  gone: text('没有这个事件推送', 'There is no such webhook'),
})

const filters: Filter[] = [{ key: 'failed', kind: 'toggle', label: messages.failed }]
const { actions } = webhooks
type Row = RowOf<typeof actions.listAttempts>
const invalidates = ['/webhooks']

/** One address: its state, its secret, every attempt, and replays. */
export default function WebhookPage() {
  const t = useText(messages)
  const webhookId = useParam('webhookId')
  const { data, error, isPending, refetch } = useRead(actions.listWebhooks, {})
  const webhook = data?.items.find(({ id }) => id === webhookId)
  return (
    <Page
      title={webhook?.name ?? t('title')}
      width="wide"
      trail={[{ title: messages.title, to: '/webhooks' }]}
    >
      {isPending ? <Loading /> : null}
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {data && !webhook ? <Empty icon="apps" title={t('gone')} /> : null}
      {data && webhook ? (
        <div className="hq-stack">
          <Card webhook={webhook} types={data.types} />
          <Attempts webhookId={webhook.id} />
        </div>
      ) : null}
    </Page>
  )
}

type Types = Parameters<typeof WebhookForm>[0]['types']

function Card({ webhook, types }: { webhook: Webhook; types: Types }) {
  const t = useText(messages)
  const go = useGo()
  const format = useFormat()
  const [panel, setPanel] = useState<'change' | 'replay' | null>(null)
  const one = { webhookId: webhook.id }
  const test = useWrite(actions.testWebhook, { invalidates, success: t('asked') })
  const resume = useWrite(actions.resumeWebhook, { invalidates, success: t('resumed') })
  const rotate = useWrite(actions.rotateSecret, { invalidates })
  const remove = useWrite(actions.removeWebhook, {
    invalidates,
    success: t('removed'),
    onDone: () => go('/webhooks'),
  })
  return (
    <Section>
      <div className="hq-stack">
        <Facts
          items={[
            { title: t('address'), value: webhook.address, wide: true },
            { title: t('state'), value: <WebhookState webhook={webhook} /> },
            { title: t('waiting'), value: webhook.waiting },
            ...(webhook.pauseReason ? [{ title: t('reason'), value: webhook.pauseReason }] : []),
            ...(webhook.formerSecretUntil
              ? [{ title: t('former'), value: format.when(webhook.formerSecretUntil) }]
              : []),
          ]}
        />
        <div className="hq-row">
          {webhook.pausedAt ? (
            <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate(one)}>
              {t('resume')}
            </Button>
          ) : null}
          <Button onClick={() => setPanel('change')}>{t('change')}</Button>
          <Button loading={test.isPending} onClick={() => test.mutate(one)}>
            {t('test')}
          </Button>
          <Button onClick={() => setPanel('replay')}>{t('replay')}</Button>
          <ConfirmButton
            danger={false}
            question={t('rotateSure')}
            yes={t('rotate')}
            onConfirm={() => rotate.mutateAsync(one)}
          >
            {t('rotate')}
          </ConfirmButton>
          <ConfirmButton
            question={t('removeSure', { name: webhook.name })}
            yes={t('remove')}
            onConfirm={() => remove.mutateAsync(one)}
          >
            {t('remove')}
          </ConfirmButton>
        </div>
      </div>
      <SidePanel open={panel !== null} title={panel ? t(panel) : ''} onClose={() => setPanel(null)}>
        {panel === 'change' ? (
          <WebhookForm webhook={webhook} types={types} onDone={() => setPanel(null)} />
        ) : null}
        {panel === 'replay' ? <Replay webhookId={webhook.id} onDone={() => setPanel(null)} /> : null}
      </SidePanel>
      <Modal
        open={rotate.data !== undefined}
        title={t('rotate')}
        footer={null}
        onCancel={() => rotate.reset()}
      >
        {rotate.data ? <SecretOnce secret={rotate.data.secret} /> : null}
      </Modal>
    </Section>
  )
}

function Replay({ webhookId, onDone }: { webhookId: string; onDone: () => void }) {
  const t = useText(messages)
  const [from, setFrom] = useState<string | undefined>()
  const [to, setTo] = useState<string | undefined>()
  const replay = useWrite(actions.replaySpan, { invalidates, onDone })
  return (
    <div className="hq-stack">
      <DayInput time label={t('from')} value={from} onChange={(value) => setFrom(value ?? undefined)} />
      <DayInput time label={t('to')} value={to} onChange={(value) => setTo(value ?? undefined)} />
      <Button
        type="primary"
        disabled={!from || !to}
        loading={replay.isPending}
        onClick={() => from && to && replay.mutate({ webhookId, from, to })}
      >
        {t('again')}
      </Button>
    </div>
  )
}

function Attempts({ webhookId }: { webhookId: string }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const again = useWrite(actions.replayDelivery, { invalidates, success: t('replayed', { n: 1 }) })
  return (
    <Section title={t('attempts')} look="plain">
      <DataTable
        name="webhooks.attempts"
        title={messages.attempts}
        read={actions.listAttempts}
        input={{ webhookId }}
        filters={filters}
        empty={{ icon: 'history', title: messages.none }}
        rowTone={(row: Row) => (row.good ? undefined : 'bad')}
        refetchEvery={5000}
        columns={[
          { key: 'event', title: messages.event, render: (row: Row) => say(row.eventTitle) },
          {
            key: 'result',
            title: messages.result,
            card: 'mark',
            render: (row: Row) => (
              <StateTag
                tone={row.good ? 'good' : 'bad'}
                title={row.status === null ? t('noAnswer') : `HTTP ${row.status}`}
              />
            ),
          },
          { key: 'took', title: messages.took, align: 'right', render: (row: Row) => `${row.tookMs} ms` },
          { key: 'when', title: messages.when, render: (row: Row) => format.when(row.at) },
          {
            key: 'answer',
            title: messages.answer,
            render: (row: Row) => <LongName>{row.answer || '—'}</LongName>,
          },
          {
            key: 'again',
            title: '',
            card: 'bare',
            render: (row: Row) => (
              <Button type="text" onClick={() => again.mutate({ webhookId, repeatOf: row.deliveryId })}>
                {t('again')}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  )
}
