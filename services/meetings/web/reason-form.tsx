import { Input } from 'antd'
import type { ReactNode } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'

const messages = defineMessages({ why: text('原因', 'Reason') })

interface ReasonFormProps<V extends { reason: string }> {
  submit: string
  write: { error: unknown; isPending: boolean }
  initial?: Partial<V>
  danger?: boolean
  onSubmit: (values: V) => void
  onChange?: (values: V) => void
  onClose: () => void
  /** What else is asked, and what it leads to; above the reason. */
  children?: ReactNode
}

/** A deed that needs its reason. */
export function ReasonForm<V extends { reason: string }>(props: ReasonFormProps<V>) {
  const t = useText(messages)
  const { write, children, onClose, ...form } = props
  return (
    <EntryForm<V> {...form} problem={write.error} busy={write.isPending} onCancel={onClose}>
      {children}
      <Field name="reason" label={t('why')} required>
        <Input maxLength={200} />
      </Field>
    </EntryForm>
  )
}
