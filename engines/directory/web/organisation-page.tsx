import { Button } from 'antd'
import { useState } from 'react'
import { call } from '#kernel/contract/client.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { type RowOf, useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { MaskedPhone } from '#ui/masked-value.tsx'
import { Page } from '#ui/page.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { usePhone } from '#ui/use-phone.ts'
import { directory } from '../module.ts'
import { identityKinds } from '../words.ts'
import './directory.css'
import { messages } from './messages.ts'
import { NewPersonForm } from './person-form.tsx'
import { PersonView } from './person-view.tsx'
import { searchUnits } from './pickers.tsx'
import { NewUnitForm } from './unit-form.tsx'
import { UnitTree } from './unit-tree.tsx'

type Person = RowOf<typeof directory.actions.listPeople>

const identityFilter: Filter = {
  key: 'identityKind',
  kind: 'select',
  label: messages.identity,
  options: Object.entries(identityKinds).map(([value, label]) => ({ value, label })),
}
const skillFilter: Filter = { key: 'skill', kind: 'text', label: messages.skills }
const deskFilters: readonly Filter[] = [identityFilter, skillFilter]
const phoneFilters: readonly Filter[] = [
  { key: 'unitId', kind: 'search', label: messages.unit, search: searchUnits },
  ...deskFilters,
]

/** Units beside the people in them. */
export default function OrganisationPage() {
  const t = useText(messages)
  const phone = usePhone()
  const [search] = useSearch()
  const { allowed } = useSession()
  const unitId = typeof search.unitId === 'string' ? search.unitId : undefined
  const [adding, setAdding] = useState<'person' | 'unit' | null>(null)
  const { data: unit } = useRead(
    directory.actions.readUnit,
    { unitId: unitId ?? '' },
    { enabled: unitId !== undefined, keep: false },
  )
  const writes = allowed('directory.write')
  const stop = () => setAdding(null)
  return (
    <Page
      title={t('organisation')}
      subtitle={t('organisationNote')}
      width="wide"
      action={writes ? { title: t('addPerson'), onClick: () => setAdding('person') } : undefined}
      extra={writes ? <Button onClick={() => setAdding('unit')}>{t('addUnit')}</Button> : undefined}
    >
      <div className="directory-split">
        {phone ? null : <UnitTree chosen={unitId} />}
        <div className="hq-stack">
          {unit ? (
            <div className="hq-row">
              <strong>{unit.name}</strong>
              <LinkTo to={`/organisation/units/${unit.id}`}>{t('unitPage')}</LinkTo>
            </div>
          ) : null}
          <People unitId={phone ? undefined : unitId} phone={phone} onNew={() => setAdding('person')} />
        </div>
      </div>
      <SidePanel
        open={adding !== null}
        title={adding === 'unit' ? t('addUnit') : t('addPerson')}
        onClose={stop}
      >
        {adding === 'unit' ? <NewUnitForm onDone={stop} /> : null}
        {adding === 'person' ? (
          <NewPersonForm unit={unit ? { value: unit.id, label: unit.name } : undefined} onDone={stop} />
        ) : null}
      </SidePanel>
    </Page>
  )
}

function People(props: { unitId: string | undefined; phone: boolean; onNew: () => void }) {
  const t = useText(messages)
  const localised = useLocalised()
  const { allowed } = useSession()
  const writes = allowed('directory.write')
  const columns: Column<Person>[] = [
    {
      key: 'name',
      title: t('name'),
      render: (row) => (
        <span className="hq-row">
          {row.name}
          {row.keyPerson ? <StateTag tone="waiting" title={t('keyPerson')} /> : null}
        </span>
      ),
    },
    { key: 'unit', title: t('unit'), render: (row) => row.unitName },
    {
      key: 'title',
      title: t('title'),
      render: (row) => (
        <>
          {row.title ?? '—'}
          {row.skills.length > 0 ? <span className="hq-faint"> {row.skills.join('、')}</span> : null}
        </>
      ),
    },
    {
      key: 'identity',
      title: t('identity'),
      width: '8rem',
      render: (row) => localised(identityKinds[row.identityKind]),
    },
    {
      key: 'mobile',
      title: t('mobile'),
      width: '11rem',
      render: (row) => (
        <MaskedPhone
          value={row.mobile}
          reveal={async () => (await call(directory.actions.readMobile, { personId: row.id })).mobile}
        />
      ),
    },
    { key: 'no', title: t('staffNo'), render: (row) => row.staffNo, card: 'none', width: '5rem' },
  ]
  return (
    <DataTable
      name="directory.people"
      title={t('organisation')}
      read={directory.actions.listPeople}
      input={props.unitId ? { unitId: props.unitId } : undefined}
      columns={columns}
      filters={props.phone ? phoneFilters : deskFilters}
      search={t('findPerson')}
      searchAs="search"
      exportTo={allowed('directory.export') ? directory.actions.exportPeople : undefined}
      panel={(personId) => <PersonView personId={personId} />}
      panelTitle={(_, row) => row?.name}
      rowPath={(personId) => `/organisation/people/${personId}`}
      onNew={writes ? props.onNew : undefined}
      empty={{
        title: t('noPeople'),
        next: writes ? t('noPeopleNext') : undefined,
        icon: 'people',
        action: writes ? <LinkTo to="/import">{t('importSheet')}</LinkTo> : undefined,
      }}
    />
  )
}
