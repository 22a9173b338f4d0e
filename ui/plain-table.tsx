import type { ReactNode } from 'react'
import { type Text, text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { usePhone } from './use-phone.ts'

const messages = defineMessages({
  sort: text('按{title}排序', 'Sort by {title}'),
  all: text('全选本页', 'Select all shown'),
  one: text('选择此行', 'Select this row'),
})

export interface Column<R> {
  key: string
  title: Text | string
  render: (row: R) => ReactNode
  /** Numbers stand right, in even figures. */
  align?: 'right'
  /** CSS width: `12rem`. */
  width?: string
  /** Name the read sorts by (`sort=createdAt`, descending `-createdAt`). */
  sort?: string
  /** Place on a phone's card: its headline, the mark beside it, a named line, a line without its name, or nowhere. */
  card?: 'title' | 'mark' | 'line' | 'bare' | 'none'
}

export interface PlainTableProps<R> {
  columns: readonly Column<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  /** Says what the table holds, for screen readers. */
  label: string
  onOpen?: (row: R) => void
  /** The row the keyboard stands on. */
  cursor?: string
  openKey?: string
  sort?: string
  onSort?: (sort: string | undefined) => void
  selection?: ReadonlySet<string>
  onSelect?: (keys: Set<string>) => void
  rowTone?: (row: R) => 'bad' | 'waiting' | undefined
  /** Row of sums and such. */
  foot?: ReactNode
}

/** Rows that are already here: a table on a desk, cards on a phone. */
export function PlainTable<R>(props: PlainTableProps<R>) {
  return usePhone() ? <Cards {...props} /> : <Grid {...props} />
}

function Grid<R>(props: PlainTableProps<R>) {
  const { columns, rows, rowKey, label, onOpen, cursor, openKey, selection, onSelect, rowTone, foot } = props
  const t = useText(messages)
  const keys = rows.map(rowKey)
  const all = keys.length > 0 && keys.every((key) => selection?.has(key))
  return (
    <div className="hq-table-scroll">
      <table className="hq-table" aria-label={label}>
        <thead>
          <tr>
            {onSelect ? (
              <th className="hq-table-check">
                <input
                  type="checkbox"
                  aria-label={t('all')}
                  checked={all}
                  onChange={() => onSelect(new Set(all ? [] : keys))}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <Head key={column.key} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row)
            const marks = [
              onOpen && 'hq-row-opens',
              key === cursor && 'hq-row-cursor',
              key === openKey && 'hq-row-open',
            ]
            const tone = rowTone?.(row)
            return (
              <tr
                key={key}
                data-key={key}
                aria-selected={selection ? selection.has(key) : undefined}
                className={[...marks, tone && `hq-row-${tone}`].filter(Boolean).join(' ') || undefined}
                onClick={(event) => {
                  const inner =
                    event.target instanceof HTMLElement && event.target.closest('a,button,input,label')
                  if (!inner && window.getSelection()?.type !== 'Range') onOpen?.(row)
                }}
              >
                {onSelect ? (
                  <td className="hq-table-check">
                    <Pick
                      name={t('one')}
                      picked={selection?.has(key) ?? false}
                      onPick={() => onSelect(toggled(selection, key))}
                    />
                  </td>
                ) : null}
                {columns.map((column, index) => (
                  <td key={column.key} className={column.align === 'right' ? 'hq-right' : undefined}>
                    {index === 0 && onOpen ? (
                      <button type="button" className="hq-row-button" onClick={() => onOpen(row)}>
                        {column.render(row)}
                      </button>
                    ) : (
                      column.render(row)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </div>
  )
}

function Head<R>({ column, sort, onSort }: PlainTableProps<R> & { column: Column<R> }) {
  const t = useText(messages)
  const localised = useLocalised()
  const title = localised(column.title)
  const up = column.sort !== undefined && sort === column.sort
  const down = column.sort !== undefined && sort === `-${column.sort}`
  return (
    <th
      scope="col"
      style={{ width: column.width }}
      className={column.align === 'right' ? 'hq-right' : undefined}
      aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
    >
      {column.sort && onSort ? (
        <button
          type="button"
          className="hq-sort"
          aria-label={t('sort', { title })}
          onClick={() => onSort(up ? `-${column.sort}` : down ? undefined : column.sort)}
        >
          {title}
          <span aria-hidden="true">{up ? '↑' : down ? '↓' : '↕'}</span>
        </button>
      ) : (
        title
      )}
    </th>
  )
}

function Cards<R>({
  columns,
  rows,
  rowKey,
  label,
  onOpen,
  openKey,
  selection,
  onSelect,
  rowTone,
}: PlainTableProps<R>) {
  const t = useText(messages)
  const localised = useLocalised()
  const titles = columns.filter(
    (column, index) => (column.card ?? (index === 0 ? 'title' : 'line')) === 'title',
  )
  const marks = columns.filter((column) => column.card === 'mark')
  const lines = columns.filter((column, index) =>
    ['line', 'bare'].includes(column.card ?? (index === 0 ? '' : 'line')),
  )
  return (
    <ul className="hq-cards" aria-label={label}>
      {rows.map((row) => {
        const key = rowKey(row)
        const tone = rowTone?.(row)
        const head = titles.map((column) => <span key={column.key}>{column.render(row)}</span>)
        return (
          <li
            key={key}
            data-key={key}
            className={`hq-card ${tone ? `hq-row-${tone}` : ''} ${key === openKey ? 'hq-row-open' : ''}`}
          >
            <div className="hq-card-head">
              {onSelect ? (
                <Pick
                  name={t('one')}
                  picked={selection?.has(key) ?? false}
                  onPick={() => onSelect(toggled(selection, key))}
                />
              ) : null}
              {onOpen ? (
                <button type="button" className="hq-card-open" onClick={() => onOpen(row)}>
                  {head}
                </button>
              ) : (
                <strong className="hq-card-open">{head}</strong>
              )}
              {marks.map((column) => (
                <span key={column.key}>{column.render(row)}</span>
              ))}
            </div>
            <dl className="hq-card-lines">
              {lines.map((column) => (
                <div key={column.key}>
                  <dt className={column.card === 'bare' ? 'hq-hidden' : undefined}>
                    {localised(column.title)}
                  </dt>
                  <dd>{column.render(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        )
      })}
    </ul>
  )
}

function Pick({ name, picked, onPick }: { name: string; picked: boolean; onPick: () => void }) {
  return (
    <label className="hq-pick">
      <input type="checkbox" aria-label={name} checked={picked} onChange={onPick} />
    </label>
  )
}

function toggled(selection: ReadonlySet<string> | undefined, key: string): Set<string> {
  const next = new Set(selection)
  if (!next.delete(key)) next.add(key)
  return next
}
