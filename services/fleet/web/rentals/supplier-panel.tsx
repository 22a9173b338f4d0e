import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts } from '#ui/section.tsx'
import { rentalActions } from '../../actions/rental-actions.ts'
import { SupplierForm } from './supplier-form.tsx'

const messages = defineMessages({
  contact: text('联系人', 'Contact person'),
  phone: text('联系电话', 'Telephone'),
  contract: text('合同编号', 'Contract number'),
  from: text('合同起始日期', 'Contract from'),
  until: text('合同终止日期', 'Contract until'),
  rentals: text('租车（次）', 'Rides'),
  note: text('备注', 'Note'),
  closed: text('停用时间', 'Closed'),
})

/** One supplier beside the register: to change for who keeps it, to read for everybody else and once it is closed. */
export function SupplierPanel({ supplierId, onDone }: { supplierId: string; onDone: () => void }) {
  const t = useText(messages)
  const format = useFormat()
  const read = useRead(rentalActions.readRentalSupplier, { supplierId })
  const one = read.data
  if (read.isPending) return <Loading />
  if (!one) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  if (one.can.change) return <SupplierForm supplier={one} onDone={onDone} />
  return (
    <Facts
      items={[
        { title: t('contact'), value: one.contactName || '—' },
        { title: t('phone'), value: one.contactPhone },
        { title: t('contract'), value: one.contractNumber },
        { title: t('from'), value: format.day(one.validFrom, 'plain') },
        { title: t('until'), value: format.day(one.validUntil, 'plain') },
        { title: t('rentals'), value: one.rentals },
        ...(one.note ? [{ title: t('note'), value: one.note, wide: true }] : []),
        ...(one.closedAt ? [{ title: t('closed'), value: format.when(one.closedAt) }] : []),
      ]}
    />
  )
}
