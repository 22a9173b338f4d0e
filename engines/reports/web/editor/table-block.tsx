import { Button } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import type { Block } from '../../schema.ts'
import { EditableLine } from './editable-line.tsx'
import { editorMessages } from './editor-messages.ts'

type TextTable = Extract<Block, { kind: 'table' }>
type ShownTable = NonNullable<Extract<Block, { kind: 'figures' }>['shown']>

const mostColumns = 12

/** A table of one's own words; the first row names the columns. */
export function TableBlock({
  block,
  editing,
  onChange,
}: {
  block: TextTable
  editing: boolean
  onChange: (block: TextTable) => void
}) {
  const t = useText(editorMessages)
  const setCell = (row: number, column: number, text: string) =>
    onChange({
      ...block,
      rows: block.rows.map((cells, at) =>
        at === row
          ? block.columns.map((_name, place) => (place === column ? text : (cells[place] ?? '')))
          : cells,
      ),
    })
  const cell = (text: string, label: string, onText: (text: string) => void, maxLength: number) => (
    <EditableLine
      className="rpt-cell"
      text={text}
      label={label}
      editing={editing}
      maxLength={maxLength}
      onText={onText}
    />
  )
  return (
    <>
      <div className="rpt-table-scroll">
        <table className="rpt-table">
          <thead>
            <tr>
              {block.columns.map((name, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={column} scope="col">
                  {cell(
                    name,
                    t('columnName', { n: column + 1 }),
                    (text) =>
                      onChange({
                        ...block,
                        columns: block.columns.map((one, at) => (at === column ? text : one)),
                      }),
                    100,
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <tr key={row}>
                {block.columns.map((name, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <td key={column}>
                    {cell(
                      cells[column] ?? '',
                      t('cell', { row: row + 1, column: name || column + 1 }),
                      (text) => setCell(row, column, text),
                      1000,
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {editing ? (
        <div className="hq-row rpt-table-tools">
          <Button
            size="small"
            onClick={() => onChange({ ...block, rows: [...block.rows, block.columns.map(() => '')] })}
          >
            {t('addRow')}
          </Button>
          <Button
            size="small"
            disabled={block.rows.length === 0}
            onClick={() => onChange({ ...block, rows: block.rows.slice(0, -1) })}
          >
            {t('dropRow')}
          </Button>
          <Button
            size="small"
            disabled={block.columns.length >= mostColumns}
            onClick={() =>
              onChange({
                ...block,
                columns: [...block.columns, ''],
                rows: block.rows.map((cells) => [...cells, '']),
              })
            }
          >
            {t('addColumn')}
          </Button>
          <Button
            size="small"
            disabled={block.columns.length === 1}
            onClick={() =>
              onChange({
                ...block,
                columns: block.columns.slice(0, -1),
                rows: block.rows.map((cells) => cells.slice(0, block.columns.length - 1)),
              })
            }
          >
            {t('dropColumn')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

// A wide table scrolls by itself on a phone; the keyboard must reach it to do so.
const scrolls = { tabIndex: 0 }

/** A table the server worked out: figures, or ourselves among peers. */
export function ShownTableView({ shown, label }: { shown: ShownTable | undefined; label: string }) {
  const t = useText(editorMessages)
  if (!shown) return <p className="rpt-waiting">{t('workingOut')}</p>
  return (
    <div className="rpt-table-scroll" {...scrolls}>
      <table className="rpt-table" aria-label={label}>
        <thead>
          <tr>
            {shown.columns.map(({ heading, number }) => (
              <th key={heading} scope="col" className={number ? 'rpt-number' : undefined}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name and never move
            <tr key={row}>
              {cells.map((text, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                <td key={column} className={shown.columns[column]?.number ? 'rpt-number' : undefined}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
