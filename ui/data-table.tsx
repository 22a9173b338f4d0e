import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Action, InputOf } from '#kernel/contract/action.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { type RowOf, useReadPages } from '#kernel/web/use-read.ts'
import { type BulkAction, BulkBar } from './bulk-bar.tsx'
import { Empty, type EmptyProps } from './empty.tsx'
import { ExportLinks } from './export-links.tsx'
import { FilterBar } from './filter-bar.tsx'
import { type Filter, useFilters } from './filters.ts'
import { Loading } from './loading.tsx'
import { type Column, PlainTable } from './plain-table.tsx'
import { Problem } from './problem.tsx'
import { SavedViews } from './saved-views.tsx'
import { useShortcut } from './shortcuts.tsx'
import { SidePanel } from './side-panel.tsx'
import { usePhone } from './use-phone.ts'

const messages = defineMessages({
  more: text('再看一些', 'Show more'),
  shown: text('已显示 {n} 条', '{n} shown'),
  end: text('共 {n} 条', '{n} in all'),
  none: text('没有符合筛选条件的记录', 'Nothing matches the filters'),
  clear: text('清除筛选', 'Clear filters'),
  down: text('下一行', 'Next row'),
  up: text('上一行', 'Row before'),
  open: text('打开', 'Open'),
  fresh: text('新建', 'New'),
})

export interface DataTableProps<A extends Action> {
  /** Names the list for saved views: `repairs.orders`. */
  name: string
  title: Text | string
  /** A read that answers `PageOf(row)`. */
  read: A
  /** Fixed input besides the filters. */
  input?: Partial<InputOf<A>>
  columns: readonly Column<RowOf<A>>[]
  /** The row's own `id` when absent. */
  rowKey?: (row: RowOf<A>) => string
  /** Declare it outside the component; values stand in the address and go into the read. */
  filters?: readonly Filter[]
  /** Words in the search box, which becomes `q`; no box when absent. */
  search?: Text | string
  /** Another name than `q` for those words in the read's input. */
  searchAs?: string
  /** A download that takes the same filters and `format=xlsx|csv`. */
  exportTo?: Action
  /** What the side panel shows for a row; its address is `?open=<key>`. */
  panel?: (key: string, close: () => void) => ReactNode
  panelTitle?: (key: string, row: RowOf<A> | undefined) => ReactNode
  /** The row's own page: opened directly without `panel`, linked from the panel with it. */
  rowPath?: (key: string) => string
  bulk?: readonly BulkAction<RowOf<A>>[]
  empty: EmptyProps
  /** Key `n`. */
  onNew?: () => void
  rowTone?: (row: RowOf<A>) => 'bad' | 'waiting' | undefined
  refetchEvery?: number
  extra?: ReactNode
}

const noFilters: readonly Filter[] = []

function ownId(row: unknown): string {
  return String((row as { id?: unknown }).id)
}

/** Every list: filters in the address, saved views, export, bulk actions, a side panel, keys; cards on a phone. */
export function DataTable<A extends Action>(props: DataTableProps<A>) {
  const {
    name,
    title,
    read,
    input,
    columns,
    rowKey = ownId,
    filters = noFilters,
    exportTo,
    panel,
    rowPath,
    bulk,
  } = props
  const t = useText(messages)
  const localised = useLocalised()
  const go = useGo()
  const { search, values, set, clear, count } = useFilters(filters)
  const word = (key: string) => (typeof search[key] === 'string' ? search[key] : undefined)
  const sort = word('sort')
  const asked = {
    ...input,
    ...values,
    ...(props.search && word('q') ? { [props.searchAs ?? 'q']: word('q') } : {}),
    ...(sort ? { sort } : {}),
  }
  const pages = useReadPages(read, asked, { refetchEvery: props.refetchEvery })
  const { rows } = pages
  const openKey = panel ? word('open') : undefined
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set())
  const open = (key: string) => (panel ? set({ open: key }) : rowPath && go(rowPath(key)))
  const close = () => set({ open: undefined })
  const opens = panel !== undefined || rowPath !== undefined
  const cursor = useCursor(rows.map(rowKey), open, opens)
  useShortcut('n', t('fresh'), () => props.onNew?.(), props.onNew !== undefined)
  // Work on many rows at once belongs to desks; a phone's cards stay free of boxes.
  const phone = usePhone()
  const picks = bulk !== undefined && !phone
  const narrowed = count > 0 || word('q') !== undefined

  return (
    <div className="hq-list">
      <FilterBar
        filters={filters}
        search={search}
        onChange={set}
        onClear={clear}
        count={count}
        placeholder={props.search}
        extra={
          <>
            {props.extra}
            {filters.length > 0 ? <SavedViews list={name} /> : null}
            {exportTo ? <ExportLinks action={exportTo} input={asked} /> : null}
          </>
        }
      />
      {bulk && selection.size > 0 ? (
        <BulkBar
          actions={bulk}
          rows={rows.filter((row) => selection.has(rowKey(row)))}
          nameOf={(row) => columns[0]?.render(row)}
          rowKey={rowKey}
          onDone={() => setSelection(new Set())}
          onClear={() => setSelection(new Set())}
        />
      ) : null}
      {pages.error ? <Problem error={pages.error} onRetry={pages.reload} /> : null}
      {pages.loading ? <Loading /> : null}
      {!pages.loading && !pages.error && rows.length === 0 ? (
        narrowed ? (
          <Empty icon="orders" title={t('none')} action={<Button onClick={clear}>{t('clear')}</Button>} />
        ) : (
          <Empty {...props.empty} />
        )
      ) : null}
      {rows.length > 0 ? (
        <>
          <PlainTable
            columns={columns}
            rows={rows}
            rowKey={rowKey}
            label={localised(title)}
            onOpen={opens ? (row) => open(rowKey(row)) : undefined}
            cursor={cursor}
            openKey={openKey}
            sort={sort}
            onSort={(next) => set({ sort: next })}
            selection={picks ? selection : undefined}
            onSelect={picks ? setSelection : undefined}
            rowTone={props.rowTone}
          />
          <div className="hq-list-foot">
            <span className="hq-faint">{t(pages.hasMore ? 'shown' : 'end', { n: rows.length })}</span>
            {pages.hasMore ? <MoreButton loading={pages.loadingMore} onMore={pages.more} /> : null}
          </div>
        </>
      ) : null}
      {panel ? (
        <SidePanel
          open={openKey !== undefined}
          title={
            openKey
              ? props.panelTitle?.(
                  openKey,
                  rows.find((row) => rowKey(row) === openKey),
                )
              : ''
          }
          onClose={close}
          to={openKey && rowPath ? rowPath(openKey) : undefined}
        >
          {openKey ? panel(openKey, close) : null}
        </SidePanel>
      ) : null}
    </div>
  )
}

/** Moves with j and k, opens with Enter; keeps the row in view. */
function useCursor(
  keys: readonly string[],
  open: (key: string) => void,
  enabled: boolean,
): string | undefined {
  const t = useText(messages)
  const [cursor, setCursor] = useState<string>()
  const move = (step: number) => {
    const at = cursor === undefined ? -1 : keys.indexOf(cursor)
    const next = keys[Math.min(keys.length - 1, Math.max(0, at + step))]
    setCursor(next)
    document.querySelector(`[data-key="${CSS.escape(next ?? '')}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  useShortcut('j', t('down'), () => move(1), enabled)
  useShortcut('k', t('up'), () => move(-1), enabled)
  useShortcut('Enter', t('open'), () => cursor !== undefined && open(cursor), enabled)
  return cursor
}

/** Fetches the next page when it comes into view, or when pressed. */
function MoreButton({ loading, onMore }: { loading: boolean; onMore: () => void }) {
  const t = useText(messages)
  const spot = useRef<HTMLSpanElement>(null)
  const latest = useRef({ loading, onMore })
  latest.current = { loading, onMore }
  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting && !latest.current.loading) latest.current.onMore()
    })
    if (spot.current) watcher.observe(spot.current)
    return () => watcher.disconnect()
  }, [])
  return (
    <span ref={spot}>
      <Button onClick={onMore} loading={loading}>
        {t('more')}
      </Button>
    </span>
  )
}
