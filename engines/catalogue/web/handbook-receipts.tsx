import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { ExportLinks } from '#ui/export-links.tsx'
import { Loading } from '#ui/loading.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { catalogue } from '../module.ts'
import { messages } from './messages.ts'

/** Which units have opened an edition, those that have not first. */
export function HandbookReceipts({ handbookId }: { handbookId: string }) {
  const t = useText(messages)
  const format = useFormat()
  const receipts = useRead(catalogue.actions.listReceipts, { handbookId })
  if (receipts.error) return <Problem error={receipts.error} onRetry={() => void receipts.refetch()} />
  if (!receipts.data) return <Loading />
  const { items, opened, total } = receipts.data
  return (
    <div className="hq-stack">
      <div className="hq-row">
        <strong>{t('opened', { n: opened, total })}</strong>
        <ExportLinks action={catalogue.actions.exportReceipts} input={{ handbookId }} />
      </div>
      <PlainTable
        label={t('receipts')}
        rows={items}
        rowKey={({ unitId }) => unitId}
        columns={[
          { key: 'unit', title: t('unit'), render: (row) => row.unitName },
          { key: 'readers', title: t('readers'), align: 'right', render: (row) => row.openedBy },
          {
            key: 'first',
            title: t('firstAt'),
            render: (row) =>
              row.firstOpenedAt ? (
                `${format.when(row.firstOpenedAt)} ${row.firstOpenedBy ?? ''}`
              ) : (
                <StateTag tone="waiting" title={t('unread')} />
              ),
          },
        ]}
      />
    </div>
  )
}
