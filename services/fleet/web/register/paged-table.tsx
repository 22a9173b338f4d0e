import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import type { Pages } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { type Column, PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'

const messages = defineMessages({
  more: text('再看一些', 'Show more'),
  none: text('还没有记录。', 'Nothing here yet.'),
})

interface PagedTableProps<R> {
  pages: Pages<R>
  label: string
  columns: readonly Column<R>[]
}

/** A list inside a section, page by page, without filters of its own. */
export function PagedTable<R extends { id: string }>({ pages, label, columns }: PagedTableProps<R>) {
  const t = useText(messages)
  if (pages.loading) return <Loading />
  if (pages.error) return <Problem error={pages.error} onRetry={pages.reload} />
  if (pages.rows.length === 0) return <p className="hq-soft">{t('none')}</p>
  return (
    <>
      <PlainTable label={label} rows={pages.rows} rowKey={({ id }) => id} columns={columns} />
      {pages.hasMore ? (
        <Button loading={pages.loadingMore} onClick={pages.more}>
          {t('more')}
        </Button>
      ) : null}
    </>
  )
}
