import { orderStates } from '#engines/orders/states.ts'
import { useOrderColumns } from '#engines/orders/web/desk/order-columns.tsx'
import { useOrderBulk } from '#engines/orders/web/desk/use-order-bulk.tsx'
import { OrderPanel } from '#engines/orders/web/order-panel.tsx'
import { urgencies } from '#engines/orders/words.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { repairs } from '../../module.ts'
import type { RepairRow } from '../../schema.ts'
import { faultKinds, grades } from '../../words.ts'
import { searchSites } from '../search-sites.ts'
import { searchUnits } from './directory-choices.ts'
import './desk.css'

const messages = defineMessages({
  title: text('报修单', 'Repairs'),
  report: text('报修', 'Report'),
  kind: text('类别', 'Kind'),
  grade: text('等级', 'Grade'),
  state: text('状态', 'State'),
  urgency: text('紧急程度', 'Urgency'),
  site: text('物业', 'Site'),
  unit: text('单位', 'Unit'),
  days: text('报修', 'Reported'),
  open: text('只看在办', 'Open only'),
  overdue: text('已超时', 'Overdue'),
  repeat: text('重复报修', 'Repeats'),
  again: text('重复', 'Repeat'),
  find: text('编号、内容、报修人、地点', 'Number, words, requester, place'),
  none: text('还没有报修', 'No repairs yet'),
  next: text('职工扫码或在网上报修后会出现在这里。', 'What staff report appears here.'),
})

const options = (words: Readonly<Record<string, { zh: string; en: string }>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const filters: Filter[] = [
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(orderStates) },
  { key: 'kind', kind: 'select', label: messages.kind, options: options(faultKinds) },
  { key: 'grade', kind: 'select', label: messages.grade, options: options(grades) },
  { key: 'urgency', kind: 'select', label: messages.urgency, options: options(urgencies) },
  { key: 'siteId', kind: 'search', label: messages.site, search: searchSites },
  { key: 'unitId', kind: 'search', label: messages.unit, search: searchUnits },
  { key: 'days', kind: 'days', label: messages.days },
  { key: 'open', kind: 'toggle', label: messages.open },
  { key: 'overdue', kind: 'toggle', label: messages.overdue },
  { key: 'repeat', kind: 'toggle', label: messages.repeat },
]

/** Every repair within reach: found, filtered, exported as a sheet that can be imported again, changed together. */
export default function RepairsPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const session = useSession()
  const bulk = useOrderBulk<RepairRow>()
  const [what, ...rest] = useOrderColumns<RepairRow>()
  if (!what) return null
  return (
    <Page
      title={t('title')}
      width="wide"
      action={session.allowed('repairs.report') ? { title: t('report'), to: '/repairs/new' } : undefined}
    >
      <DataTable
        name="repairs.all"
        title={t('title')}
        read={repairs.actions.listRepairs}
        exportTo={repairs.actions.exportRepairs}
        filters={filters}
        search={t('find')}
        searchAs="search"
        columns={[
          what,
          {
            key: 'kind',
            title: t('kind'),
            render: (row: RepairRow) => (
              <span className="order-what">
                <span>{localised(faultKinds[row.kind])}</span>
                <small className="hq-faint hq-nowrap">
                  {localised(grades[row.grade])}
                  {row.repeatOf ? ` · ${t('again')}` : ''}
                </small>
              </span>
            ),
          },
          ...rest,
        ]}
        bulk={session.allowed('orders.dispatch') ? bulk : undefined}
        rowTone={(row) => (row.overdue ? 'bad' : undefined)}
        panel={(key) => <OrderPanel orderId={key} />}
        panelTitle={(_key, row) => row?.number}
        rowPath={(key) => `/orders/${key}`}
        empty={{ title: t('none'), next: t('next'), icon: 'repairs' }}
      />
    </Page>
  )
}
