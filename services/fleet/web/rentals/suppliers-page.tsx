import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Page } from '#ui/page.tsx'
import { ReadTable } from '#ui/read-table.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { rentalActions } from '../../actions/rental-actions.ts'
import type { RentalSupplier } from '../../rental-schema.ts'
import { SupplierForm } from './supplier-form.tsx'
import '../register.css'

const messages = defineMessages({
  title: text('租赁单位', 'Rental suppliers'),
  add: text('登记租赁单位', 'Add a supplier'),
  change: text('修改租赁单位', 'Change the supplier'),
  name: text('单位名称', 'Name'),
  contact: text('联系人和电话', 'Contact'),
  contract: text('合同编号', 'Contract'),
  valid: text('合同有效期', 'Contract holds'),
  span: text('{from} 至 {until}', '{from} to {until}'),
  over: text('今天无效', 'not today'),
  rentals: text('租车（次）', 'Rides'),
  none: text('还没有租赁单位', 'No suppliers yet'),
  next: text(
    '登记定点租赁单位和合同后，派车台上可以租车。',
    'Enter the fixed suppliers and their contracts; then vehicles can be rented on the board.',
  ),
})

/** The fixed suppliers vehicles are rented from, with their contracts. */
export default function SuppliersPage() {
  const t = useText(messages)
  const format = useFormat()
  const keeps = useSession().allowed('fleet.keep-register')
  const [open, setOpen] = useState<RentalSupplier | 'new' | null>(null)
  const read = useRead(rentalActions.listRentalSuppliers, {})
  const close = () => setOpen(null)
  return (
    <Page
      title={t('title')}
      width="wide"
      action={keeps ? { title: t('add'), onClick: () => setOpen('new') } : undefined}
    >
      <ReadTable
        read={read}
        label={t('title')}
        rowKey={(row: RentalSupplier) => row.id}
        {...(keeps ? { onOpen: (row: RentalSupplier) => setOpen(row) } : {})}
        empty={{ title: t('none'), next: t('next'), icon: 'shop' }}
        columns={[
          { key: 'name', title: t('name'), card: 'title', render: (row) => row.name },
          {
            key: 'contact',
            title: t('contact'),
            render: (row) => [row.contactName, row.contactPhone].filter(Boolean).join(' '),
          },
          { key: 'contract', title: t('contract'), render: (row) => row.contractNumber },
          {
            key: 'valid',
            title: t('valid'),
            render: (row) => (
              <span className="fleet-two">
                <span>
                  {t('span', {
                    from: format.day(row.validFrom, 'plain'),
                    until: format.day(row.validUntil, 'plain'),
                  })}
                </span>
                {row.valid ? null : <strong className="hq-clock-bad">{t('over')}</strong>}
              </span>
            ),
          },
          { key: 'rentals', title: t('rentals'), align: 'right', render: (row) => row.rentals },
        ]}
      />
      <SidePanel open={open !== null} title={t(open === 'new' ? 'add' : 'change')} onClose={close}>
        {open ? (
          <SupplierForm
            key={open === 'new' ? 'new' : open.id}
            supplier={open === 'new' ? null : open}
            onDone={close}
          />
        ) : null}
      </SidePanel>
    </Page>
  )
}
