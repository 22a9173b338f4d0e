import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { PlainTable } from '#ui/plain-table.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { Findings } from './import-page.tsx'
import { defineMessages, useText } from './messages.ts'

const messages = defineMessages({
  rows: text('共 {n} 行', '{n} {n|row|rows}'),
  accepted: text('{n} 行可导入', '{n} can be imported'),
  refused: text('{n} 处要改', '{n} to correct'),
  warned: text('{n} 处请留意', '{n} to look at'),
  fine: text('每一行都没有问题。', 'Every row is in order.'),
  line: text('行', 'Line'),
  column: text('列', 'Column'),
  message: text('说明', 'What is the matter'),
  kind: text('结果', 'Result'),
  refusedTag: text('要改', 'Correct'),
  warnedTag: text('留意', 'Look'),
  more: text('再看 {n} 处', 'Show {n} more'),
})

/** Shown before one asks for more. */
const atOnce = 100

/** The dry run's result row by row: line, column, what is the matter. */
export function ImportFindings({ findings }: { findings: Findings }) {
  const t = useText(messages)
  const [shown, setShown] = useState(atOnce)
  const remarks = [
    ...findings.refused.map((remark, index) => ({ ...remark, id: `r${index}`, refused: true })),
    ...findings.warnings.map((remark, index) => ({ ...remark, id: `w${index}`, refused: false })),
  ].sort((a, b) => a.line - b.line)
  return (
    <>
      <div className="hq-row" role="status">
        <span>{t('rows', { n: findings.rows })}</span>
        <StateTag tone="good" title={t('accepted', { n: findings.accepted })} />
        {findings.refused.length > 0 ? (
          <StateTag tone="bad" title={t('refused', { n: findings.refused.length })} />
        ) : null}
        {findings.warnings.length > 0 ? (
          <StateTag tone="waiting" title={t('warned', { n: findings.warnings.length })} />
        ) : null}
      </div>
      {remarks.length === 0 ? <p>{t('fine')}</p> : null}
      {remarks.length > 0 ? (
        <PlainTable
          label={t('message')}
          rows={remarks.slice(0, shown)}
          rowKey={(row) => row.id}
          columns={[
            { key: 'line', title: t('line'), align: 'right', width: '5rem', render: (row) => row.line },
            { key: 'column', title: t('column'), width: '12rem', render: (row) => row.column },
            { key: 'message', title: t('message'), card: 'bare', render: (row) => row.message },
            {
              key: 'kind',
              title: t('kind'),
              card: 'mark',
              width: '8rem',
              render: (row) => (
                <StateTag
                  tone={row.refused ? 'bad' : 'waiting'}
                  title={t(row.refused ? 'refusedTag' : 'warnedTag')}
                />
              ),
            },
          ]}
        />
      ) : null}
      {remarks.length > shown ? (
        <button type="button" className="hq-quiet" onClick={() => setShown(shown + atOnce * 5)}>
          {t('more', { n: remarks.length - shown })}
        </button>
      ) : null}
    </>
  )
}
