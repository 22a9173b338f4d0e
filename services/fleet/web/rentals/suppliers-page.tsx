import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { LongName } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { rentalActions } from '../../actions/rental-actions.ts'
import type { RentalSupplier } from '../../rental-schema.ts'
import { optionsOf } from '../register/choices.ts'
import { SupplierForm } from './supplier-form.tsx'
import { SupplierPanel } from './supplier-panel.tsx'
import '../register.css'

const messages = defineMessages({
  title: text('租赁单位', 'Rental suppliers'),
  add: text('登记租赁单位', 'Add a supplier'),
  name: text('单位名称', 'Name'),
  contact: text('联系人和电话', 'Contact'),
  contract: text('合同编号', 'Contract'),
  valid: text('合同有效期', 'Contract holds'),
  until: text('至 {day}', 'to {day}'),
  over: text('今天无效', 'not today'),
  rentals: text('租车（次）', 'Rides'),
  holds: text('合同', 'Contract'),
  onlyClosed: text('只看停用的', 'Closed only'),
  find: text('单位名称、联系人、合同编号', 'Name, contact person, contract'),
  none: text('还没有租赁单位', 'No suppliers yet'),
  next: text(
    '登记定点租赁单位和合同后，派车台上可以租车。',
    'Enter the fixed suppliers and their contracts; then vehicles can be rented on the board.',
  ),
})

const validities = {
  true: text('合同今天有效', 'Holds today'),
  false: text('合同今天无效', 'Does not hold today'),
}

const filters: Filter[] = [
  { key: 'valid', kind: 'select', label: messages.holds, options: optionsOf(validities) },
  { key: 'closed', kind: 'toggle', label: messages.onlyClosed },
]

/** The fixed suppliers vehicles are rented from, with their contracts. */
export default function SuppliersPage() {
  const t = useText(messages)
  const keeps = useSession().allowed('fleet.keep-register')
  const [adding, setAdding] = useState(false)
  const add = () => setAdding(true)
  const close = () => setAdding(false)
  return (
    <Page title={t('title')} width="wide" action={keeps ? { title: t('add'), onClick: add } : undefined}>
      <DataTable
        name="fleet.rental-suppliers"
        title={t('title')}
        read={rentalActions.listRentalSuppliers}
        exportTo={rentalActions.exportRentalSuppliers}
        filters={filters}
        search={t('find')}
        searchAs="search"
        panel={(key, done) => <SupplierPanel supplierId={key} onDone={done} />}
        panelTitle={(_, row) => row?.name}
        onNew={keeps ? add : undefined}
        empty={{ title: t('none'), next: t('next'), icon: 'shop' }}
        columns={useColumns()}
      />
      <SidePanel open={adding} title={t('add')} onClose={close}>
        {adding ? <SupplierForm supplier={null} onDone={close} /> : null}
      </SidePanel>
    </Page>
  )
}

function useColumns() {
  const t = useText(messages)
  const format = useFormat()
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      card: 'title' as const,
      render: (row: RentalSupplier) => <LongName>{row.name}</LongName>,
    },
    {
      key: 'contact',
      title: t('contact'),
      render: (row: RentalSupplier) => [row.contactName, row.contactPhone].filter(Boolean).join(' '),
    },
    { key: 'contract', title: t('contract'), render: (row: RentalSupplier) => row.contractNumber },
    {
      key: 'valid',
      title: t('valid'),
      sort: 'until',
      render: (row: RentalSupplier) => (
        <span className="fleet-two">
          <span>
            <span className="hq-nowrap">{format.day(row.validFrom, 'plain')}</span>{' '}
            <span className="hq-nowrap">{t('until', { day: format.day(row.validUntil, 'plain') })}</span>
          </span>
          {row.valid ? null : <strong className="hq-clock-bad">{t('over')}</strong>}
        </span>
      ),
    },
    {
      key: 'rentals',
      title: t('rentals'),
      sort: 'rentals',
      align: 'right' as const,
      render: (row: RentalSupplier) => row.rentals,
    },
  ]
}
