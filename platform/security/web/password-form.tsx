import { Input } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { security } from '../module.ts'
import { messages } from './messages.ts'

interface Values {
  current: string
  next: string
}

/** The current password and a new one, by the rules of the bureau. */
export function PasswordForm({ onDone }: { onDone?: () => void }) {
  const t = useText(messages)
  const change = useWrite(security.actions.changeMyPassword, {
    invalidates: ['/me/sessions'],
    success: t('passwordChanged'),
    quiet: true,
    onDone,
  })
  return (
    <EntryForm<Values>
      onSubmit={change.mutate}
      problem={change.error}
      busy={change.isPending}
      submit={t('changePassword')}
    >
      <Field name="current" label={t('current')} required>
        <Input.Password autoComplete="current-password" />
      </Field>
      <Field name="next" label={t('next')} required hint={t('passwordHint')}>
        <Input.Password autoComplete="new-password" />
      </Field>
    </EntryForm>
  )
}
