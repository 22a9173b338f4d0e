import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ExportLinks } from '#ui/export-links.tsx'
import { type Filter, useFilters } from '#ui/filters.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { standards } from '../module.ts'
import { stages } from '../schema.ts'
import { stageWords } from '../words.ts'
import { ClauseList, ConformityTag } from './clause-list.tsx'
import { messages } from './messages.ts'
import { treeMessages } from './tree-messages.ts'

const filters: Filter[] = [
  {
    key: 'stage',
    kind: 'select',
    label: messages.stage,
    options: stages.map((value) => ({ value, label: stageWords[value] })),
  },
  { key: 'days', kind: 'days', label: messages.period },
]
const tones = { DRAFT: 'new', IN_FORCE: 'good', TO_IMPROVE: 'waiting', WITHDRAWN: 'ended' } as const

/** The standards, and every clause in force with how it is kept. */
export default function StandardsPage() {
  const t = useText(messages)
  const say = useText(treeMessages)
  const localised = useLocalised()
  const format = useFormat()
  const { allowed } = useSession()
  const writer = allowed('standards.write')
  const { values, search } = useFilters(filters)
  const asked = { ...values, ...(typeof search.q === 'string' ? { search: search.q } : {}) }
  const clauses = useRead(standards.actions.listClauses, asked)
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      width="wide"
      action={writer ? { title: t('create'), to: '/standards/new' } : undefined}
    >
      <div className="hq-stack">
        <nav className="hq-row std-places" aria-label={t('title')}>
          <LinkTo to="/standards/tree">{say('tree')}</LinkTo>
          {allowed('standards.conformity') ? <LinkTo to="/standards/planned">{say('planned')}</LinkTo> : null}
          <LinkTo to="/standards/borrowed">{say('borrowed')}</LinkTo>
        </nav>
        <DataTable
          name="standards.documents"
          title={t('documents')}
          read={standards.actions.listDocuments}
          filters={filters}
          search={t('search')}
          searchAs="search"
          exportTo={standards.actions.exportDocuments}
          rowPath={(key) => `/standards/${key}`}
          empty={{ title: t('none'), next: t('noneNext'), icon: 'handbook' }}
          columns={[
            { key: 'title', title: t('name'), render: (row) => localised(row.title) },
            { key: 'code', title: t('code'), render: (row) => row.code },
            {
              key: 'stage',
              title: t('stage'),
              card: 'mark',
              render: (row) => <StateTag tone={tones[row.stage]} title={stageWords[row.stage]} />,
            },
            {
              key: 'version',
              title: t('version'),
              render: (row) =>
                row.currentVersion === null ? '—' : t('versionNo', { n: row.currentVersion }),
            },
            {
              key: 'issued',
              title: t('issuedAt'),
              render: (row) => (row.issuedAt ? format.day(row.issuedAt, 'plain') : '—'),
            },
            { key: 'clauses', title: t('clauseCount'), align: 'right', render: (row) => row.clauses },
            { key: 'lines', title: t('lineCount'), align: 'right', render: (row) => row.lines },
            {
              key: 'rate',
              title: t('rate'),
              render: (row) => <ConformityTag conformity={row.conformity} />,
            },
          ]}
        />
        <Section
          title={t('clauses')}
          extra={<ExportLinks action={standards.actions.exportClauses} input={asked} />}
        >
          {clauses.error ? <Problem error={clauses.error} onRetry={() => void clauses.refetch()} /> : null}
          {clauses.data ? <ClauseList clauses={clauses.data.items} /> : <Loading />}
        </Section>
      </div>
    </Page>
  )
}
