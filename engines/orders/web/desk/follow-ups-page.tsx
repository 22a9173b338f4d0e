import { Button, InputNumber, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import type { RowOf } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { orders } from '../../module.ts'
import { followUpOutcomes } from '../../words.ts'
import { FollowUpDialog } from './follow-up-dialog.tsx'
import { FollowUpPhone } from './follow-up-phone.tsx'
import './desk.css'

const messages = defineMessages({
  title: text('回访', 'Follow-up calls'),
  note: text(
    '每月按比例抽样，打电话问一问：修好了吗、满意吗。',
    'A share of each month’s orders is called: is it fixed, are they content?',
  ),
  plan: text('抽样安排', 'Draw a sample'),
  todo: text('待回访', 'To call'),
  done: text('已回访', 'Called'),
  which: text('看哪些', 'Which'),
  what: text('工单', 'Order'),
  who: text('报修人', 'Requester'),
  worker: text('承办人', 'Worker'),
  rating: text('评分', 'Rating'),
  due: text('几时前回访', 'Call by'),
  outcome: text('结果', 'Result'),
  record: text('记录', 'Record'),
  own: text('自己办的，由别人回访', 'Your own work: somebody else calls'),
  none: text('没有要回访的', 'Nobody to call'),
  next: text(
    '每月 1 日自动抽样；也可以现在抽。',
    'A sample is drawn on the first of each month; or draw one now.',
  ),
  noneDone: text('还没有回访记录', 'No calls yet'),
  share: text('抽本月办结工单的', 'Share of this month’s completed orders'),
  planTitle: text('抽样安排回访', 'Draw a sample to call'),
  again: text('已抽过的不会重复；比例调高会补抽。', 'None is drawn twice; a higher share adds some.'),
  planned: text(
    '本月办结 {completed} 单，共安排 {planned} 单，新增 {added} 单',
    '{completed} completed this month; {planned} to call, {added} new',
  ),
  cancel: text('取消', 'Cancel'),
})

type Row = RowOf<typeof orders.actions.listFollowUps>

/** The calls to make, what is due first, and what came of those made. */
export default function FollowUpsPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const session = useSession()
  const [search, change] = useSearch()
  const [recording, setRecording] = useState<Row | null>(null)
  const [planning, setPlanning] = useState(false)
  const done = search.done === 'true'
  return (
    <Page
      title={t('title')}
      subtitle={t('note')}
      width="wide"
      action={
        session.allowed('orders.manage') ? { title: t('plan'), onClick: () => setPlanning(true) } : undefined
      }
    >
      <DataTable
        name="orders.follow-ups"
        title={t('title')}
        read={orders.actions.listFollowUps}
        input={{ done }}
        empty={{
          title: t(done ? 'noneDone' : 'none'),
          next: done ? undefined : t('next'),
          icon: 'phone',
        }}
        extra={
          <Segmented
            aria-label={t('which')}
            value={done ? 'done' : 'todo'}
            onChange={(value) => change({ done: value === 'done' ? 'true' : undefined })}
            options={[
              { value: 'todo', label: t('todo') },
              { value: 'done', label: t('done') },
            ]}
          />
        }
        columns={[
          {
            key: 'what',
            title: t('what'),
            render: ({ order }) => (
              <span className="order-what">
                <LinkTo to={`/orders/${order.id}`}>
                  <LongName>{order.title}</LongName>
                </LinkTo>
                <small className="hq-faint">{order.number}</small>
              </span>
            ),
          },
          {
            key: 'who',
            title: t('who'),
            render: ({ id, order }) => (
              <span className="order-what">
                {order.requesterName}
                {order.requesterPhone ? <FollowUpPhone followUpId={id} value={order.requesterPhone} /> : null}
              </span>
            ),
          },
          { key: 'worker', title: t('worker'), render: ({ order }) => order.workerName ?? '—' },
          {
            key: 'rating',
            title: t('rating'),
            align: 'right',
            render: ({ order }) => order.overallRating ?? '—',
          },
          { key: 'due', title: t('due'), render: (row) => format.day(row.dueOn, 'short') },
          {
            key: 'outcome',
            title: t('outcome'),
            card: 'bare',
            render: (row: Row) =>
              row.outcome ? (
                <span className="order-what">
                  <StateTag
                    tone={outcomeTones[row.outcome]}
                    title={localised(followUpOutcomes[row.outcome])}
                  />
                  {row.result}
                </span>
              ) : row.can.record ? (
                <Button type="primary" onClick={() => setRecording(row)}>
                  {t('record')}
                </Button>
              ) : (
                <span className="hq-faint">{t('own')}</span>
              ),
          },
        ]}
      />
      <FollowUpDialog row={recording} onClose={() => setRecording(null)} />
      <PlanDialog open={planning} onClose={() => setPlanning(false)} />
    </Page>
  )
}

const outcomeTones = {
  SATISFIED: 'good',
  NEUTRAL: 'waiting',
  UNSATISFIED: 'bad',
  NOT_REACHED: 'ended',
} as const

function PlanDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText(messages)
  const [percent, setPercent] = useState(10)
  const plan = useWrite(orders.actions.planFollowUps, { invalidates: ['/orders/follow-ups'], quiet: true })
  return (
    <Modal
      open={open}
      title={t('planTitle')}
      onCancel={onClose}
      okText={t('plan')}
      cancelText={t('cancel')}
      confirmLoading={plan.isPending}
      onOk={() => plan.mutate({ month: todayInChina(), percent })}
    >
      <div className="hq-stack hq-stack-tight">
        <label htmlFor="follow-up-share">{t('share')}</label>
        <InputNumber
          id="follow-up-share"
          min={1}
          max={100}
          suffix="%"
          value={percent}
          onChange={(value) => setPercent(value ?? 10)}
        />
        <p className="hq-faint">{t('again')}</p>
        {plan.data ? <p role="status">{t('planned', plan.data)}</p> : null}
        {plan.error ? <Problem error={plan.error} /> : null}
      </div>
    </Modal>
  )
}
