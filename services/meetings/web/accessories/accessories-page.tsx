import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import type { RowOf } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { LongName } from '#ui/section.tsx'
import { meetings } from '../../module.ts'
import { searchSites } from '../choices.ts'
import { NewAccessory } from './accessory-forms.tsx'
import '../meetings.css'

const messages = defineMessages({
  title: text('会议设备', 'Meeting equipment'),
  how: text(
    '订会议室时可以一起借用的设备：话筒、电脑、桌签架……',
    'What can be borrowed along with a room: microphones, laptops, name plate stands …',
  ),
  name: text('名称', 'Name'),
  quantity: text('数量', 'Pieces'),
  out: text('正在借出', 'Out now'),
  free: text('现有', 'There now'),
  site: text('存放物业', 'Kept at'),
  note: text('备注', 'Note'),
  closed: text('只看停用的', 'Closed only'),
  isClosed: text('已停用', 'closed'),
  isOut: text('只看正在借出的', 'Out now only'),
  find: text('名称、编号、备注', 'Name, code, note'),
  none: text('还没有会议设备', 'No equipment yet'),
  next: text(
    '登记话筒、电脑等，订会议室的人就能一起借用；也可以用表格导入。',
    'Register microphones and the like for meetings to borrow, or import them from a sheet.',
  ),
})

const filters: Filter[] = [
  { key: 'siteId', kind: 'search', label: messages.site, search: searchSites },
  { key: 'isOut', kind: 'toggle', label: messages.isOut },
  { key: 'closed', kind: 'toggle', label: messages.closed },
]
type Row = RowOf<typeof meetings.actions.listAccessories>

/** Equipment that meetings claim: how much there is, how much is out, where it is kept. */
export default function AccessoriesPage() {
  const t = useText(messages)
  const session = useSession()
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: messages.name,
      sort: 'name',
      card: 'title',
      render: (row) => (
        <span className="meeting-what">
          <LongName>{row.name}</LongName>
          <small className="hq-faint">
            {row.code}
            {row.closedAt ? ` · ${t('isClosed')}` : ''}
          </small>
        </span>
      ),
    },
    {
      key: 'quantity',
      title: messages.quantity,
      align: 'right',
      sort: 'quantity',
      render: (row) => `${row.quantity} ${row.countedIn}`,
    },
    { key: 'out', title: messages.out, align: 'right', sort: 'out', render: (row) => row.out },
    { key: 'free', title: messages.free, align: 'right', render: (row) => row.quantity - row.out },
    { key: 'site', title: messages.site, render: (row) => row.site?.name ?? '—' },
    {
      key: 'note',
      title: messages.note,
      card: 'none',
      render: (row) => <LongName>{row.note || '—'}</LongName>,
    },
  ]
  return (
    <Page
      title={t('title')}
      subtitle={t('how')}
      width="wide"
      extra={session.allowed('meetings.manage-rooms') ? <NewAccessory /> : null}
    >
      <DataTable
        name="meetings.accessories"
        title={t('title')}
        read={meetings.actions.listAccessories}
        exportTo={meetings.actions.exportAccessories}
        filters={filters}
        search={messages.find}
        searchAs="search"
        columns={columns}
        rowPath={(key) => `/meetings/accessories/${key}`}
        empty={{ icon: 'database', title: messages.none, next: messages.next }}
      />
    </Page>
  )
}
