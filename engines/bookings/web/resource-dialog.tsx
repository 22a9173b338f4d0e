import { Checkbox, Input, InputNumber, Modal, Select } from 'antd'
import type { Static } from 'typebox'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { bookings } from '../module.ts'
import type { ResourceRow } from '../schema.ts'
import { useBookingWrite } from './use-booking-write.ts'

const messages = defineMessages({
  head: text('修改{name}', 'Change {name}'),
  name: text('名称', 'Name'),
  quantity: text('数量', 'Pieces'),
  features: text('配备（输入后回车）', 'Has (enter after each)'),
  closed: text('停用', 'No longer in use'),
  closedNote: text(
    '停用后不再接受新预订，已有的照旧；以后可以恢复。',
    'Nothing new is booked, what is booked stays; it can be opened again.',
  ),
  save: text('保存', 'Save'),
  done: text('已保存', 'Saved'),
})

interface Values {
  name: string
  quantity: number
  features: string[]
  closed: boolean
}

/** Name, number and what it has, and whether it is in use at all. */
export function ResourceDialog(props: { resource: Static<typeof ResourceRow>; onClose: () => void }) {
  const { resource, onClose } = props
  const t = useText(messages)
  const change = useBookingWrite(bookings.actions.changeResource, {
    success: t('done'),
    quiet: true,
    onDone: onClose,
  })
  const was: Values = {
    name: resource.name,
    quantity: resource.quantity,
    features: resource.features,
    closed: resource.closedAt !== null,
  }
  // Only what was changed, so that two who change different things do not undo each other.
  const submit = ({ name, quantity, features, closed }: Values) =>
    change.mutate({
      resourceId: resource.id,
      ...(name.trim() === was.name ? {} : { name: name.trim() }),
      ...(quantity === was.quantity ? {} : { quantity }),
      ...(features.join('\n') === was.features.join('\n') ? {} : { features }),
      ...(closed === was.closed ? {} : { closed }),
    })
  return (
    <Modal open title={t('head', { name: resource.name })} footer={null} onCancel={onClose}>
      <EntryForm<Values>
        initial={was}
        submit={t('save')}
        busy={change.isPending}
        problem={change.error}
        onSubmit={submit}
        onCancel={onClose}
      >
        <Field name="name" label={t('name')} required>
          <Input maxLength={100} />
        </Field>
        <Field name="quantity" label={t('quantity')} required>
          <InputNumber min={1} max={10_000} />
        </Field>
        <Field name="features" label={t('features')}>
          <Select mode="tags" open={false} suffixIcon={null} maxCount={40} />
        </Field>
        <Field name="closed" label="" valueProp="checked" hint={t('closedNote')}>
          <Checkbox>{t('closed')}</Checkbox>
        </Field>
      </EntryForm>
    </Modal>
  )
}
