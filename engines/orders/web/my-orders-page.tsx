import { Segmented } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { type RowOf, useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Clock } from '#ui/clock.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { orders } from '../module.ts'
import { orderStates } from '../states.ts'
import { urgencies } from '../words.ts'
import { OrderPanel } from './order-panel.tsx'
import { placeOf } from './place-of.ts'
import { useSentence } from './use-sentence.ts'

const messages = defineMessages({
  title: text('我的工单', 'My requests'),
  unitTitle: text('本单位工单', 'Requests of my unit'),
  mine: text('我提的', 'Mine'),
  unit: text('全单位', 'The whole unit'),
  report: text('报修', 'Report a repair'),
  what: text('事项', 'What'),
  state: text('进度', 'State'),
  sentence: text('在谁手里', 'Who holds it'),
  due: text('承诺', 'Promised'),
  who: text('报修人', 'Requester'),
  when: text('提交', 'Sent'),
  cost: text('费用', 'Cost'),
  rating: text('评价', 'Rating'),
  stars: text('{n} 分', '{n} of 5'),
  search: text('搜事项、地点、编号', 'Search what, where, number'),
  none: text('还没有工单', 'No requests yet'),
  next: text('有东西坏了就点“报修”，三下就能报上。', 'Something broken? Report it in three taps.'),
  open: text('正在办的', 'Under way'),
  overdue: text('已超承诺', 'Past the promise'),
})

const filters: Filter[] = [
  { key: 'open', kind: 'toggle', label: messages.open },
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(orderStates) },
  {
    key: 'urgency',
    kind: 'select',
    label: text('紧急程度', 'Urgency'),
    options: Object.entries(urgencies).map(([value, label]) => ({ value, label })),
  },
  { key: 'overdue', kind: 'toggle', label: messages.overdue },
  { key: 'days', kind: 'days', label: messages.when },
]

type Row = RowOf<typeof orders.actions.listOrders>

/** What I asked for; for a unit's liaison what the whole unit asked for. */
export default function MyOrdersPage() {
  const t = useText(messages)
  const session = useSession()
  const [search, change] = useSearch()
  const liaison = session.allowed('orders.read-unit')
  const whole = liaison && search.of !== 'me'
  const columns = useColumns(whole)
  return (
    <Page
      title={t(whole ? 'unitTitle' : 'title')}
      width="wide"
      action={session.allowed('repairs.report') ? { title: messages.report, to: '/repairs/new' } : undefined}
    >
      <DataTable
        name="orders.mine"
        title={t(whole ? 'unitTitle' : 'title')}
        read={orders.actions.listOrders}
        input={whole ? {} : { mine: true }}
        exportTo={liaison ? orders.actions.exportOrders : undefined}
        filters={filters}
        search={messages.search}
        searchAs="search"
        columns={columns}
        rowTone={(row) => (row.overdue ? 'bad' : row.can.confirm ? 'waiting' : undefined)}
        panel={(key) => <OrderPanel orderId={key} />}
        panelTitle={(key, row) => <PanelTitle orderId={key} row={row} />}
        rowPath={(key) => `/orders/${key}`}
        empty={{ icon: 'tasks', title: messages.none, next: messages.next }}
        extra={
          liaison ? (
            <Segmented
              value={whole ? 'unit' : 'me'}
              options={[
                { value: 'unit', label: t('unit') },
                { value: 'me', label: t('mine') },
              ]}
              onChange={(of) => change({ of: of === 'me' ? 'me' : undefined })}
            />
          ) : null
        }
      />
    </Page>
  )
}

/** The row's name while it is in the list; asked for when the panel was opened by its address. */
function PanelTitle({ orderId, row }: { orderId: string; row: Row | undefined }) {
  const order = useRead(orders.actions.readOrder, { orderId }, { enabled: row === undefined, keep: false })
  const known = row ?? order.data
  return known ? (
    <span className="hq-party">
      <LongName>{known.title}</LongName>
      <small className="hq-faint hq-number">{known.number}</small>
    </span>
  ) : null
}

function useColumns(whole: boolean): Column<Row>[] {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const sentence = useSentence()
  return [
    {
      key: 'what',
      title: messages.what,
      render: (row) => (
        <span className="hq-party">
          <LongName>{row.title}</LongName>
          <small className="hq-soft">{placeOf(row)}</small>
          <small className="hq-faint hq-number">
            {row.number}
            {row.urgency === 'URGENT' ? ` · ${say(urgencies.URGENT)}` : null}
          </small>
        </span>
      ),
    },
    {
      key: 'state',
      title: messages.state,
      card: 'mark',
      render: (row) => <StateTag machine={orderStates} state={row.state} />,
    },
    { key: 'sentence', title: messages.sentence, card: 'bare', width: '26rem', render: sentence },
    {
      key: 'due',
      title: messages.due,
      card: 'none',
      render: (row) =>
        row.state === 'VOIDED' || row.state === 'MERGED' ? null : (
          <Clock due={row.finishDueAt} doneAt={row.finishedAt} paused={row.state === 'PAUSED'} />
        ),
    },
    ...(whole ? [{ key: 'who', title: messages.who, render: (row: Row) => row.requesterName } as const] : []),
    { key: 'when', title: messages.when, render: (row) => format.when(row.createdAt) },
    {
      key: 'cost',
      title: messages.cost,
      align: 'right',
      card: 'none',
      render: (row) => (row.costFen > 0 ? format.money(row.costFen, 'yuan') : '—'),
    },
    {
      key: 'rating',
      title: messages.rating,
      align: 'right',
      card: 'none',
      render: (row) => (row.overallRating === null ? '—' : t('stars', { n: row.overallRating })),
    },
  ]
}
