import { Input, Select } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { todayInChina } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { routeActions } from '../actions-routes.ts'
import { PersonPicker } from './person-picker.tsx'
import { useApprovalWrite } from './use-approval-write.ts'

const messages = defineMessages({
  from: text('谁的审批', 'Whose approvals'),
  fromHint: text('不填就是您自己', 'Yourself when empty'),
  by: text('由谁代办', 'Who answers instead'),
  first: text('从哪天起', 'From'),
  last: text('到哪天止（含）', 'Until (inclusive)'),
  types: text('只代办这些', 'Only these'),
  typesHint: text('不选就是全部审批', 'Everything when empty'),
  reason: text('原因', 'Reason'),
  reasonHint: text('例如：出差、休假', 'For example: travelling, on leave'),
  submit: text('设置代办人', 'Set the substitute'),
  done: text('已设置', 'Set'),
})

interface Values {
  fromPersonId?: string | null
  byPersonId: string
  fromDay: string
  toDay: string
  types?: string[]
  reason: string
}

/** Who answers, from day to day. */
export function SubstituteForm({ forOthers, onDone }: { forOthers: boolean; onDone: () => void }) {
  const t = useText(messages)
  const say = useLocalised()
  const types = useRead(routeActions.listTypes, {})
  const save = useApprovalWrite(routeActions.setSubstitute, { success: t('done'), quiet: true, onDone })
  return (
    <EntryForm<Values>
      initial={{ fromDay: todayInChina() }}
      submit={t('submit')}
      busy={save.isPending}
      problem={save.error}
      onSubmit={({ fromPersonId, ...values }) =>
        save.mutate({ ...values, ...(fromPersonId ? { fromPersonId } : {}) })
      }
    >
      {forOthers ? (
        <Field name="fromPersonId" label={t('from')} hint={t('fromHint')}>
          <PersonPicker label={t('from')} />
        </Field>
      ) : null}
      <Field name="byPersonId" label={t('by')} required>
        <PersonPicker label={t('by')} />
      </Field>
      <Field name="fromDay" label={t('first')} required>
        <DayInput label={t('first')} min={todayInChina()} />
      </Field>
      <Field name="toDay" label={t('last')} required>
        <DayInput label={t('last')} min={todayInChina()} />
      </Field>
      {(types.data?.items.length ?? 0) > 1 ? (
        <Field name="types" label={t('types')} hint={t('typesHint')}>
          <Select
            mode="multiple"
            options={types.data!.items.map(({ type, title }) => ({ value: type, label: say(title) }))}
          />
        </Field>
      ) : null}
      <Field name="reason" label={t('reason')} hint={t('reasonHint')} required>
        <Input maxLength={200} />
      </Field>
    </EntryForm>
  )
}
