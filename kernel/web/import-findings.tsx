import { kernelActions } from '#kernel/actions.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { ExportLinks } from '#ui/export-links.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { defineMessages, useText } from './messages.ts'
import { useReadPages } from './use-read.ts'

const messages = defineMessages({
  rows: text('共 {n} 行', '{n} {n|row|rows}'),
  accepted: text('{n} 行可导入', '{n} can be imported'),
  refused: text('{n} 处要改', '{n} to correct'),
  fine: text('每一行都没有问题。', 'Every row is in order.'),
  line: text('行', 'Line'),
  column: text('列', 'Column'),
  message: text('说明', 'What is the matter'),
  kind: text('结果', 'Result'),
  refusedTag: text('要改', 'Correct'),
  warnedTag: text('留意', 'Look'),
  more: text('再看一些', 'Show more'),
})

export type ImportRun = OutputOf<typeof kernelActions.readImportRun>

/** What a run found, page by page: line, column, what is the matter; and all of it as a sheet. */
export function ImportFindings({ run }: { run: ImportRun }) {
  const t = useText(messages)
  const found = useReadPages(kernelActions.listImportFindings, { runId: run.id })
  return (
    <>
      <div className="hq-row" role="status">
        <span>{t('rows', { n: run.rowsRead })}</span>
        <StateTag tone="good" title={t('accepted', { n: run.accepted })} />
        {run.refused > 0 ? <StateTag tone="bad" title={t('refused', { n: run.refused })} /> : null}
        {found.rows.length > 0 ? (
          <ExportLinks action={kernelActions.exportImportFindings} input={{ runId: run.id }} />
        ) : null}
      </div>
      {!found.loading && found.rows.length === 0 ? <p>{t('fine')}</p> : null}
      {found.rows.length > 0 ? (
        <PlainTable
          label={t('message')}
          rows={found.rows}
          rowKey={(row) => String(row.position)}
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
      {found.hasMore ? (
        <button type="button" className="hq-quiet" disabled={found.loadingMore} onClick={found.more}>
          {t('more')}
        </button>
      ) : null}
    </>
  )
}
