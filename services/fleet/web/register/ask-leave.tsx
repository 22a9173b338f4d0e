import { Input } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { fleet } from '../../module.ts'
import { type AbsenceKind, absenceKinds } from '../../register-words.ts'
import { Opener } from './opener.tsx'
import { WordSelect } from './word-select.tsx'

const messages = defineMessages({
  ask: text('请假', 'Ask for leave'),
  kind: text('种类', 'Kind'),
  from: text('开始', 'From'),
  to: text('结束', 'To'),
  why: text('事由', 'Reason'),
  sent: text('已提交，等调度批准', 'Sent; the dispatcher decides'),
})
const stale = ['/fleet/drivers', '/fleet/me', '/fleet/absences']

interface Values {
  kind: AbsenceKind
  from: string
  to: string
  reason?: string
}

/** Leave asked for by the driver himself, or for him by the dispatcher. */
export function AskLeave({ driverId }: { driverId: string }) {
  const t = useText(messages)
  return <Opener title={t('ask')}>{(close) => <AskForm driverId={driverId} onClose={close} />}</Opener>
}

function AskForm({ driverId, onClose }: { driverId: string; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.askForLeave, {
    quiet: true,
    invalidates: stale,
    success: t('sent'),
    onDone: onClose,
  })
  return (
    <EntryForm<Values>
      initial={{ kind: 'PERSONAL' }}
      onSubmit={(values) => write.mutate({ driverId, ...values })}
      problem={write.error}
      busy={write.isPending}
      submit={t('ask')}
      onCancel={onClose}
    >
      <Field name="kind" label={t('kind')} required>
        <WordSelect words={absenceKinds} label={t('kind')} />
      </Field>
      <Field name="from" label={t('from')} required>
        <DayInput time />
      </Field>
      <Field name="to" label={t('to')} required>
        <DayInput time />
      </Field>
      <Field name="reason" label={t('why')}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Field>
    </EntryForm>
  )
}
