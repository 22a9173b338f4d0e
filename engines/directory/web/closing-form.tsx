import { Input } from 'antd'
import type { Action, InputOf } from '#kernel/contract/action.ts'
import { todayInChina } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { messages } from './messages.ts'
import { useDirectoryWrite } from './use-directory-write.ts'

interface ClosingValues {
  day: string
  reason: string
}

/** A day and a reason, for what ends: a unit, a site, a room, somebody's service. */
export function ClosingForm<A extends Action>(props: {
  action: A
  inputOf: (values: ClosingValues) => InputOf<A>
  note: string
  submit: string
  success: string
  onDone: () => void
}) {
  const t = useText(messages)
  const write = useDirectoryWrite(props.action, props.success, props.onDone)
  return (
    <EntryForm<ClosingValues>
      initial={{ day: todayInChina() }}
      onSubmit={(values) => write.mutate(props.inputOf(values))}
      problem={write.error}
      busy={write.isPending}
      submit={props.submit}
      onCancel={props.onDone}
      danger
    >
      <p className="hq-soft">{props.note}</p>
      <Field name="day" label={t('fromDay')} required>
        <DayInput />
      </Field>
      <Field name="reason" label={t('reason')} required>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
    </EntryForm>
  )
}
