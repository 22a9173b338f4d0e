import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useText } from '#kernel/web/messages.ts'
import { type RowOf, useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { directory } from '../module.ts'
import './directory.css'
import { messages } from './messages.ts'
import { NewCampusForm, NewSiteForm } from './site-form.tsx'
import { SiteView } from './site-view.tsx'

type Site = RowOf<typeof directory.actions.listSites>

/** The sites of all campuses. */
export default function SitesPage() {
  const t = useText(messages)
  const format = useFormat()
  const { allowed } = useSession()
  const [adding, setAdding] = useState<'site' | 'campus' | null>(null)
  const { data: campuses } = useRead(directory.actions.listCampuses, {})
  const filters = useMemo<Filter[]>(
    () => [
      {
        key: 'campusId',
        kind: 'select',
        label: messages.campus,
        options: campuses?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [],
      },
    ],
    [campuses],
  )
  const writes = allowed('directory.write')
  const stop = () => setAdding(null)
  const columns: Column<Site>[] = [
    { key: 'name', title: t('siteName'), render: (row) => row.name },
    { key: 'kind', title: t('siteKind'), render: (row) => row.kind },
    { key: 'campus', title: t('campus'), render: (row) => row.campusName ?? '—' },
    {
      key: 'area',
      title: t('area'),
      align: 'right',
      render: (row) => format.number(row.floorAreaM2, { unit: messages.squareMetres }),
    },
    { key: 'rooms', title: t('rooms'), align: 'right', render: (row) => format.number(row.rooms) },
    { key: 'address', title: t('address'), render: (row) => row.address ?? '—', card: 'none' },
    { key: 'code', title: t('siteCode'), render: (row) => row.code, card: 'none' },
  ]
  return (
    <Page
      title={t('sites')}
      subtitle={t('sitesNote')}
      width="wide"
      action={writes ? { title: t('addSite'), onClick: () => setAdding('site') } : undefined}
      extra={writes ? <Button onClick={() => setAdding('campus')}>{t('addCampus')}</Button> : undefined}
    >
      <DataTable
        name="directory.sites"
        title={t('sites')}
        read={directory.actions.listSites}
        columns={columns}
        filters={filters}
        search={t('findSite')}
        searchAs="search"
        exportTo={allowed('directory.export') ? directory.actions.exportSites : undefined}
        panel={(siteId) => <SiteView siteId={siteId} />}
        panelTitle={(_, row) => row?.name}
        rowPath={(siteId) => `/sites/${siteId}`}
        onNew={writes ? () => setAdding('site') : undefined}
        empty={{
          title: t('noSites'),
          next: writes ? t('noSitesNext') : undefined,
          icon: 'sites',
          action: writes ? <LinkTo to="/import">{t('importSheet')}</LinkTo> : undefined,
        }}
      />
      <SidePanel
        open={adding !== null}
        title={adding === 'campus' ? t('addCampus') : t('addSite')}
        onClose={stop}
      >
        {adding === 'site' ? <NewSiteForm onDone={stop} /> : null}
        {adding === 'campus' ? <NewCampusForm onDone={stop} /> : null}
      </SidePanel>
    </Page>
  )
}
