import { Input } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'

const messages = defineMessages({ reason: text('原因', 'Reason') })

interface ReasonFormProps {
  submit: string
  problem: Error | null
  busy: boolean
  onSubmit: (reason: string) => void
  onCancel: () => void
}

/** Asks for the reason of something that stays on record. */
export function ReasonForm({ submit, problem, busy, onSubmit, onCancel }: ReasonFormProps) {
  const t = useText(messages)
  return (
    <EntryForm<{ reason: string }>
      onSubmit={({ reason }) => onSubmit(reason)}
      problem={problem}
      busy={busy}
      submit={submit}
      onCancel={onCancel}
    >
      <Field name="reason" label={t('reason')} required>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Field>
    </EntryForm>
  )
}
