import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { standards } from '../module.ts'
import { messages } from './messages.ts'
import { DropForm, PlannedForm } from './planned-form.tsx'
import { treeMessages } from './tree-messages.ts'
import './standards.css'

export type Planned = OutputOf<typeof standards.actions.listPlanned>['items'][number]
type Deed = { kind: 'put'; row: Planned | null } | { kind: 'drop'; row: Planned }

const filters: Filter[] = [{ key: 'all', kind: 'toggle', label: treeMessages.all }]

/** What is to be written next, and why that first. */
export default function PlannedPage() {
  const t = useText(treeMessages)
  const localised = useLocalised()
  const writer = useSession().allowed('standards.write')
  const [deed, setDeed] = useState<Deed | null>(null)
  const put = () => setDeed({ kind: 'put', row: null })
  return (
    <Page
      title={t('planned')}
      subtitle={t('plannedNote')}
      trail={[{ title: messages.title, to: '/standards' }]}
      width="wide"
      action={writer ? { title: t('put'), onClick: put } : undefined}
    >
      <DataTable
        name="standards.planned"
        title={t('planned')}
        read={standards.actions.listPlanned}
        filters={filters}
        search={t('title')}
        searchAs="search"
        exportTo={standards.actions.exportPlanned}
        empty={{ title: t('noPlanned'), next: t('plannedNext'), icon: 'handbook' }}
        columns={[
          { key: 'score', title: t('score'), align: 'right', card: 'mark', render: (row) => row.score },
          {
            key: 'title',
            title: t('title'),
            width: '38%',
            card: 'title',
            render: (row) => <Name row={row} />,
          },
          { key: 'node', title: t('node'), render: (row) => `${row.node.code} ${localised(row.node.title)}` },
          { key: 'urgency', title: t('urgencyShort'), align: 'right', render: (row) => row.urgency },
          { key: 'ease', title: t('easeShort'), align: 'right', render: (row) => row.ease },
          { key: 'level', title: t('levelShort'), align: 'right', render: (row) => row.level },
          {
            key: 'do',
            title: '',
            align: 'right',
            card: 'bare',
            render: (row) =>
              row.can.change ? (
                <span className="hq-row std-nowrap">
                  <LinkTo
                    to={`/standards/new?planned=${row.id}&title=${encodeURIComponent(row.title)}&node=${row.node.id}`}
                  >
                    {t('write')}
                  </LinkTo>
                  <Button type="text" onClick={() => setDeed({ kind: 'put', row })}>
                    {t('change')}
                  </Button>
                  <Button type="text" onClick={() => setDeed({ kind: 'drop', row })}>
                    {t('drop')}
                  </Button>
                </span>
              ) : null,
          },
        ]}
      />
      <SidePanel open={deed !== null} title={deed?.row?.title ?? t('put')} onClose={() => setDeed(null)}>
        {deed?.kind === 'put' ? <PlannedForm row={deed.row} onDone={() => setDeed(null)} /> : null}
        {deed?.kind === 'drop' ? <DropForm row={deed.row} onDone={() => setDeed(null)} /> : null}
      </SidePanel>
    </Page>
  )
}

function Name({ row }: { row: Planned }) {
  const t = useText(treeMessages)
  return (
    <span>
      {row.documentId ? <LinkTo to={`/standards/${row.documentId}`}>{row.title}</LinkTo> : row.title}
      {row.reason ? <small className="hq-faint std-below">{row.reason}</small> : null}
      {row.documentId ? <small className="hq-soft std-below">{t('wasWritten')}</small> : null}
      {row.dropReason ? (
        <small className="hq-soft std-below">{t('wasDropped', { why: row.dropReason })}</small>
      ) : null}
    </span>
  )
}
