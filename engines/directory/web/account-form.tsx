import { Checkbox, Input } from 'antd'
import { kernelActions } from '#kernel/actions.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { allRoles, roles } from '#kernel/contract/roles.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { messages } from './messages.ts'

type AccountValues = Omit<InputOf<typeof kernelActions.createAccount>, 'name' | 'personId'>

/** An account for this person: it knows name, unit and phone from the start. */
export function AccountForm(props: { person: { id: string; name: string }; onDone: () => void }) {
  const t = useText(messages)
  const localised = useLocalised()
  const { person, onDone } = props
  const write = useWrite(kernelActions.createAccount, {
    invalidates: ['/accounts'],
    success: t('accountOpen'),
    quiet: true,
    onDone,
  })
  return (
    <EntryForm<AccountValues>
      initial={{ roles: ['staff'] }}
      onSubmit={(values) => write.mutate({ ...values, name: person.name, personId: person.id })}
      problem={write.error}
      busy={write.isPending}
      submit={t('openAccount')}
      onCancel={onDone}
    >
      <Field name="userName" label={t('userName')} required>
        <Input maxLength={64} autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field name="password" label={t('password')} required>
        <Input.Password autoComplete="new-password" />
      </Field>
      <Field name="roles" label={t('roles')} required>
        <Checkbox.Group options={allRoles.map((role) => ({ value: role, label: localised(roles[role]) }))} />
      </Field>
    </EntryForm>
  )
}
