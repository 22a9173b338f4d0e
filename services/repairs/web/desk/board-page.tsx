import { useMemo } from 'react'
import { directory } from '#engines/directory/module.ts'
import { OrderBoard } from '#engines/orders/web/board/order-board.tsx'
import { urgencies } from '#engines/orders/words.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Filter, useFilters } from '#ui/filters.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { SavedViews } from '#ui/saved-views.tsx'
import { useShortcut } from '#ui/shortcuts.tsx'
import { faultKinds } from '../../words.ts'
import { searchSites } from '../search-sites.ts'
import { TakeCallPanel } from './take-call-panel.tsx'
import './desk.css'
import { useBoardOrders } from './use-board-orders.ts'

const messages = defineMessages({
  title: text('维修调度台', 'Repair desk'),
  takeCall: text('接电话代报 N', 'Take a call (N)'),
  take: text('接电话代报', 'Take a call'),
  campus: text('院区', 'Campus'),
  site: text('物业', 'Site'),
  kind: text('类别', 'Kind'),
  urgency: text('紧急程度', 'Urgency'),
  find: text('编号、内容、报修人', 'Number, words, requester'),
  none: text('现在没有在办的报修', 'No repair is open now'),
  next: text(
    '接到电话按 N 代报；网上和扫码的报修会自己出现在这里。',
    'Press N when somebody calls; reports from the web and by code appear here by themselves.',
  ),
  nothing: text('没有符合筛选条件的报修', 'Nothing matches the filters'),
})

const fixed: Filter[] = [
  { key: 'siteId', kind: 'search', label: messages.site, search: searchSites },
  {
    key: 'kind',
    kind: 'select',
    label: messages.kind,
    options: Object.entries(faultKinds).map(([value, label]) => ({ value, label })),
  },
  {
    key: 'urgency',
    kind: 'select',
    label: messages.urgency,
    options: Object.entries(urgencies).map(([value, label]) => ({ value, label })),
  },
]

/** The dispatcher's screen for the whole day: the board of open repairs and the telephone. */
export default function BoardPage() {
  const t = useText(messages)
  const campuses = useRead(directory.actions.listCampuses, {})
  const filters = useMemo<Filter[]>(() => {
    const options = campuses.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []
    return [{ key: 'campusId', kind: 'select', label: messages.campus, options }, ...fixed]
  }, [campuses.data])
  const { search, values, set, clear, count } = useFilters(filters)
  const [, change] = useSearch()
  const words = typeof search.q === 'string' && search.q !== '' ? { search: search.q } : {}
  const board = useBoardOrders({ ...values, ...words })
  const calling = search.call === '1'
  const call = () => change({ call: '1' })
  useShortcut('n', t('take'), call)
  const narrowed = count > 0 || 'search' in words
  const bar = (
    <FilterBar
      filters={filters}
      search={search}
      onChange={set}
      onClear={clear}
      count={count}
      placeholder={t('find')}
      extra={<SavedViews list="repairs.board" />}
    />
  )
  return (
    <Page title={t('title')} width="wide" action={{ title: t('takeCall'), onClick: call }}>
      {board.error ? <Problem error={board.error} onRetry={board.reload} /> : null}
      {board.loading ? <Loading /> : null}
      {board.loading || (board.error && board.rows.length === 0) ? null : board.rows.length === 0 &&
        !narrowed ? (
        <Empty icon="board" title={t('none')} next={t('next')} />
      ) : (
        <OrderBoard orders={board.orders} filters={bar} />
      )}
      <TakeCallPanel
        open={calling}
        onClose={() => change({ call: undefined })}
        onFollow={(orderId) => change({ call: undefined, open: orderId })}
      />
    </Page>
  )
}
