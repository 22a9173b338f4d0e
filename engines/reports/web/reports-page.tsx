import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { reports } from '../module.ts'
import { reportStates } from '../states.ts'
import { CreateDialog } from './create-dialog.tsx'
import { kindNames, messages } from './messages.ts'

type Row = OutputOf<typeof reports.actions.listReports>['items'][number]

const filters: Filter[] = [
  {
    key: 'kind',
    kind: 'select',
    label: messages.kind,
    options: Object.entries(kindNames).map(([value, label]) => ({ value, label })),
  },
  { key: 'state', kind: 'select', label: messages.state, options: stateOptions(reportStates) },
  { key: 'year', kind: 'text', label: messages.year },
]

/** Summaries and briefs: what there is, in which state, and a new one in one press. */
export default function ReportsPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const mayWrite = useSession().allowed('reports.write')
  const [creating, setCreating] = useState(false)
  const create = () => setCreating(true)
  return (
    <Page
      title={t('reports')}
      subtitle={t('reportsHint')}
      width="wide"
      action={mayWrite ? { title: t('create'), onClick: create } : undefined}
    >
      <DataTable
        name="reports.reports"
        title={t('reports')}
        read={reports.actions.listReports}
        exportTo={reports.actions.exportReports}
        filters={filters}
        rowPath={(key) => `/reports/${key}`}
        onNew={mayWrite ? create : undefined}
        empty={{
          icon: 'report',
          title: t('noReports'),
          next: mayWrite ? t('noReportsNext') : undefined,
          action: mayWrite ? (
            <Button type="primary" onClick={create}>
              {t('create')}
            </Button>
          ) : undefined,
        }}
        columns={[
          {
            key: 'title',
            title: t('title'),
            card: 'title',
            render: (row: Row) => <LongName>{row.title}</LongName>,
          },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row: Row) => <StateTag machine={reportStates} state={row.state} />,
          },
          { key: 'kind', title: t('kind'), render: (row: Row) => localised(kindNames[row.kind]) },
          {
            key: 'cutoff',
            title: t('cutoff'),
            render: (row: Row) => (
              <span className="hq-nowrap">
                {t('cutoffAt', { words: row.cutoffWords, day: format.day(row.cutoffOn, 'plain') })}
              </span>
            ),
          },
          {
            key: 'by',
            title: t('createdBy'),
            card: 'none',
            render: (row: Row) => `${row.createdBy} · ${format.when(row.createdAt)}`,
          },
          {
            key: 'published',
            title: t('publishedOn'),
            render: (row: Row) => (row.publishedOn ? format.day(row.publishedOn, 'plain') : '—'),
          },
        ]}
      />
      {creating ? <CreateDialog onClose={() => setCreating(false)} /> : null}
    </Page>
  )
}
