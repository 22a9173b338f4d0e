import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { orders } from '../../module.ts'
import type { OrderRow } from '../../schema.ts'
import { orderStates } from '../../states.ts'
import { urgencies } from '../../words.ts'
import { OrderPanel } from '../order-panel.tsx'
import { useOrderColumns } from './order-columns.tsx'
import { useOrderBulk } from './use-order-bulk.tsx'
import './desk.css'

const messages = defineMessages({
  title: text('全部工单', 'All orders'),
  state: text('状态', 'State'),
  urgency: text('紧急程度', 'Urgency'),
  open: text('只看在办', 'Open only'),
  overdue: text('已超时', 'Overdue'),
  late: text('超时办结', 'Finished late'),
  owned: text('我首问', 'I answer for it'),
  days: text('提出', 'Asked'),
  find: text('编号、内容、报修人、地点', 'Number, words, requester, place'),
  none: text('还没有工单', 'No orders yet'),
  next: text('职工提出的服务请求会出现在这里。', 'What staff ask for appears here.'),
})

const filters: Filter[] = [
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(orderStates) },
  {
    key: 'urgency',
    kind: 'select',
    label: messages.urgency,
    options: Object.entries(urgencies).map(([value, label]) => ({ value, label })),
  },
  { key: 'days', kind: 'days', label: messages.days },
  { key: 'open', kind: 'toggle', label: messages.open },
  { key: 'overdue', kind: 'toggle', label: messages.overdue },
  { key: 'late', kind: 'toggle', label: messages.late },
  { key: 'owned', kind: 'toggle', label: messages.owned },
]

/** Every order within reach, whatever the service: found, filtered, exported, changed together. */
export default function OrdersPage() {
  const t = useText(messages)
  const session = useSession()
  const columns = useOrderColumns<OrderRow>()
  const bulk = useOrderBulk<OrderRow>()
  return (
    <Page title={t('title')} width="wide">
      <DataTable
        name="orders.all"
        title={t('title')}
        read={orders.actions.listOrders}
        exportTo={orders.actions.exportOrders}
        filters={filters}
        search={t('find')}
        searchAs="search"
        columns={columns}
        bulk={session.allowed('orders.dispatch') ? bulk : undefined}
        rowTone={(row) => (row.overdue ? 'bad' : undefined)}
        panel={(key) => <OrderPanel orderId={key} />}
        panelTitle={(_key, row) => row?.number}
        rowPath={(key) => `/orders/${key}`}
        empty={{ title: t('none'), next: t('next'), icon: 'orders' }}
      />
    </Page>
  )
}
