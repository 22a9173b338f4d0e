import { Input, Switch } from 'antd'
import type { InputOf } from '#kernel/contract/action.ts'
import { todayInChina } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { directory } from '../module.ts'
import { messages } from './messages.ts'
import { UnitPicker } from './pickers.tsx'
import { useDirectoryWrite } from './use-directory-write.ts'

interface TransferValues extends Omit<InputOf<typeof directory.actions.transferPerson>, 'personId' | 'main'> {
  second?: boolean
}

/** Another post from a day. */
export function TransferForm({ personId, onDone }: { personId: string; onDone: () => void }) {
  const t = useText(messages)
  const write = useDirectoryWrite(directory.actions.transferPerson, t('transferDone'), onDone)
  return (
    <EntryForm<TransferValues>
      initial={{ fromDay: todayInChina() }}
      onSubmit={({ second, title, reason, ...values }) =>
        write.mutate({
          ...values,
          personId,
          title: title || null,
          reason: reason || undefined,
          main: !second,
        })
      }
      problem={write.error}
      busy={write.isPending}
      submit={t('transfer')}
      onCancel={onDone}
    >
      <Field name="unitId" label={t('unit')} required>
        <UnitPicker />
      </Field>
      <Field name="title" label={t('title')}>
        <Input maxLength={60} />
      </Field>
      <Field name="fromDay" label={t('fromDay')} required>
        <DayInput />
      </Field>
      <Field name="second" label={t('secondPost')} valueProp="checked">
        <Switch />
      </Field>
      <Field name="reason" label={t('reason')}>
        <Input maxLength={500} />
      </Field>
    </EntryForm>
  )
}
