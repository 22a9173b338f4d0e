import { Input } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import type { RowOf } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { orders } from '../../module.ts'

const messages = defineMessages({
  answer: text('怎么答复', 'The answer'),
  hint: text(
    '查到什么、怎么处理、以后怎样避免。提出人会看到。',
    'What was found, what was done, how it is avoided. The complainant reads it.',
  ),
  true: text('情况属实吗', 'Is it justified?'),
  yes: text('属实', 'Justified'),
  no: text('不属实', 'Not justified'),
  send: text('答复', 'Answer'),
  sent: text('已答复', 'Answered'),
  close: text('办结', 'Close'),
  closing: text('办结说明', 'How it ended'),
  closed: text('已办结', 'Closed'),
})

const invalidates = ['/orders/complaints']

/** Answers a complaint, then closes it; what is lawful now is shown. */
export function ComplaintAnswer({ row }: { row: RowOf<typeof orders.actions.listComplaints> }) {
  const t = useText(messages)
  const answer = useWrite(orders.actions.answerComplaint, { invalidates, success: t('sent'), quiet: true })
  const close = useWrite(orders.actions.closeComplaint, { invalidates, success: t('closed'), quiet: true })
  if (row.can.answer)
    return (
      <EntryForm<{ answer: string; justified: string }>
        submit={t('send')}
        busy={answer.isPending}
        problem={answer.error}
        draft={`complaint.${row.id}`}
        onSubmit={(values) =>
          answer.mutate({
            complaintId: row.id,
            answer: values.answer,
            justified: values.justified === 'yes',
          })
        }
      >
        <Field name="answer" label={t('answer')} required hint={t('hint')}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
        </Field>
        <Field name="justified" label={t('true')} required>
          <ChoiceTiles
            label={t('true')}
            options={[
              { value: 'yes', title: t('yes') },
              { value: 'no', title: t('no') },
            ]}
          />
        </Field>
      </EntryForm>
    )
  if (row.can.close)
    return (
      <EntryForm<{ reason: string }>
        submit={t('close')}
        busy={close.isPending}
        problem={close.error}
        onSubmit={({ reason }) => close.mutate({ complaintId: row.id, reason })}
      >
        <Field name="reason" label={t('closing')} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={400} />
        </Field>
      </EntryForm>
    )
  return null
}
