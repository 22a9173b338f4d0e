import type { OutputOf } from '#kernel/contract/action.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { ExportLinks } from '#ui/export-links.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Filter, useFilters } from '#ui/filters.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { standards } from '../module.ts'
import { messages } from './messages.ts'
import { sourceWords } from './source-words.ts'
import { treeMessages } from './tree-messages.ts'

type Source = OutputOf<typeof standards.actions.listBorrowed>['items'][number]
const noFilters: Filter[] = []

/** What came from outside, by source. */
export default function BorrowedPage() {
  const t = useText(treeMessages)
  const { search, set, clear, count } = useFilters(noFilters)
  const asked = typeof search.q === 'string' && search.q ? { search: search.q } : {}
  const borrowed = useRead(standards.actions.listBorrowed, asked)
  return (
    <Page
      title={t('borrowed')}
      subtitle={t('borrowedNote')}
      trail={[{ title: messages.title, to: '/standards' }]}
      width="wide"
      extra={<ExportLinks action={standards.actions.exportBorrowed} input={asked} />}
    >
      <div className="hq-stack">
        <FilterBar
          filters={noFilters}
          search={search}
          onChange={set}
          onClear={clear}
          count={count}
          placeholder={t('searchSource')}
        />
        {borrowed.error ? <Problem error={borrowed.error} onRetry={() => void borrowed.refetch()} /> : null}
        {borrowed.data ? null : <Loading />}
        {borrowed.data?.items.length === 0 ? (
          <Empty icon="handbook" title={t('noBorrowed')} next={t('borrowedNext')} />
        ) : null}
        {borrowed.data?.items.map((source) => (
          <SourceSection key={source.clauses[0]!.id} source={source} />
        ))}
      </div>
    </Page>
  )
}

function SourceSection({ source }: { source: Source }) {
  const t = useText(treeMessages)
  const localised = useLocalised()
  const name = sourceWords(source)
  return (
    <Section title={name} extra={<span className="hq-soft">{t('keptCount', { n: source.kept })}</span>}>
      <PlainTable
        label={name}
        rows={source.clauses}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'clause',
            title: t('clause'),
            card: 'title',
            render: (row) => (
              <LinkTo to={`/standards/${row.documentId}${row.clauseCode ? `#${row.clauseCode}` : ''}`}>
                {row.clauseCode ?? t('whole')} {localised(row.clauseTitle ?? row.documentTitle)}
              </LinkTo>
            ),
          },
          { key: 'document', title: t('documents'), render: (row) => row.documentCode },
          { key: 'article', title: t('article'), render: (row) => row.article || '—' },
          { key: 'on', title: t('borrowedOn'), render: (row) => row.borrowedOn },
          { key: 'adaptation', title: t('adaptation'), render: (row) => row.adaptation },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row) =>
              row.removal === null ? (
                <StateTag tone="good" title={t('kept')} />
              ) : (
                <StateTag tone="ended" title={t('notKept', { why: row.removal })} />
              ),
          },
        ]}
      />
    </Section>
  )
}
