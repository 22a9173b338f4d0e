import { Input } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { rentalActions } from '../../actions/rental-actions.ts'
import type { RentalSupplier } from '../../rental-schema.ts'

const messages = defineMessages({
  name: text('单位名称', 'Name'),
  contact: text('联系人', 'Contact person'),
  phone: text('联系电话', 'Telephone'),
  contract: text('合同编号', 'Contract number'),
  from: text('合同起始日期', 'Contract from'),
  until: text('合同终止日期', 'Contract until'),
  note: text('备注', 'Note'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
  close: text('停用这家单位', 'Close this supplier'),
  closeAsk: text(
    '停用后不能再向它租车，已有的租车记录保留。确定吗？',
    'Nothing more is rented from it; what was stays. Close it?',
  ),
})

interface Values {
  name: string
  contactName?: string
  contactPhone: string
  contractNumber: string
  validFrom: string
  validUntil: string
  note?: string
}

/** A supplier and its contract; a renewed contract is written over the old one, rides keep theirs. */
export function SupplierForm({ supplier, onDone }: { supplier: RentalSupplier | null; onDone: () => void }) {
  const t = useText(messages)
  const done = { quiet: true, success: t('saved'), invalidates: ['/fleet/rental-suppliers'], onDone }
  const add = useWrite(rentalActions.addRentalSupplier, done)
  const change = useWrite(rentalActions.changeRentalSupplier, done)
  const close = useWrite(rentalActions.closeRentalSupplier, { ...done, quiet: false })
  const save = (values: Values) =>
    supplier ? change.mutate({ supplierId: supplier.id, ...values }) : add.mutate(values)
  return (
    <div className="hq-stack">
      <EntryForm<Values>
        {...(supplier ? { initial: valuesOf(supplier) } : {})}
        submit={t('save')}
        busy={add.isPending || change.isPending}
        problem={add.error ?? change.error}
        onSubmit={save}
      >
        <Field name="name" label={t('name')} required>
          <Input maxLength={100} />
        </Field>
        <Field name="contactName" label={t('contact')}>
          <Input maxLength={100} />
        </Field>
        <Field name="contactPhone" label={t('phone')} required>
          <Input maxLength={40} inputMode="tel" />
        </Field>
        <Field name="contractNumber" label={t('contract')} required>
          <Input maxLength={60} />
        </Field>
        <Field name="validFrom" label={t('from')} required>
          <DayInput />
        </Field>
        <Field name="validUntil" label={t('until')} required>
          <DayInput />
        </Field>
        <Field name="note" label={t('note')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Field>
      </EntryForm>
      {supplier?.can.change ? (
        <ConfirmButton
          danger
          question={t('closeAsk')}
          yes={t('close')}
          onConfirm={() => close.mutateAsync({ supplierId: supplier.id })}
        >
          {t('close')}
        </ConfirmButton>
      ) : null}
    </div>
  )
}

function valuesOf(supplier: RentalSupplier): Values {
  const { name, contactName, contactPhone, contractNumber, validFrom, validUntil, note } = supplier
  return { name, contactName, contactPhone: contactPhone ?? '', contractNumber, validFrom, validUntil, note }
}
