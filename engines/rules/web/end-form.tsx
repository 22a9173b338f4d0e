import { Input } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { rules } from '../module.ts'
import type { ValueView } from '../schema.ts'
import { messages } from './messages.ts'

/** Ends a value from today on, with a reason. */
export function EndForm({ value, onDone }: { value: ValueView; onDone: () => void }) {
  const t = useText(messages)
  const end = useWrite(rules.actions.endValue, {
    invalidates: ['/rules'],
    success: t('saved'),
    quiet: true,
    onDone,
  })
  return (
    <EntryForm<{ reason: string }>
      onSubmit={({ reason }) => end.mutate({ valueId: value.id, reason })}
      problem={end.error}
      busy={end.isPending}
      submit={t('end')}
      onCancel={onDone}
      danger
    >
      <p className="hq-soft">{t('endNote')}</p>
      <Field name="reason" label={t('endWhy')} required>
        <Input.TextArea rows={3} maxLength={1000} />
      </Field>
    </EntryForm>
  )
}
