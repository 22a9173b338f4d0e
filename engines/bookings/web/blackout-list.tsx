import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { bookings } from '../module.ts'
import { useSpanWords } from './span-words.ts'
import { useBookingWrite } from './use-booking-write.ts'

const messages = defineMessages({
  title: text('停用时间', 'Closing times'),
  none: text('没有停用安排', 'It is not going to be closed'),
  add: text('安排停用', 'Close it for a time'),
  lift: text('提前恢复', 'Open again'),
  lifted: text('已恢复使用', 'Open again'),
  from: text('开始', 'From'),
  to: text('结束', 'To'),
  reason: text('原因', 'Reason'),
  save: text('停用', 'Close it'),
  done: text('已安排停用', 'It will be closed'),
  affected: text(
    '这段时间已有 {n} 个预订，请联系预订人调整：',
    '{n} bookings are there already; ask them to move:',
  ),
})

type Blackouts = OutputOf<typeof bookings.actions.readPolicy>['blackouts']
interface Values {
  from: string
  to: string
  reason: string
}

/** When it cannot be booked, and why; bookings already there are named. */
export function BlackoutList(props: { resourceId: string; blackouts: Blackouts; may: boolean }) {
  const { resourceId, blackouts, may } = props
  const t = useText(messages)
  const span = useSpanWords()
  const [adding, setAdding] = useState(false)
  const lift = useBookingWrite(bookings.actions.liftBlackout, { success: t('lifted') })
  const close = useBookingWrite(bookings.actions.blackOut, {
    success: t('done'),
    quiet: true,
    onDone: () => setAdding(false),
  })
  const affected = close.data?.affected ?? []
  return (
    <Section
      title={messages.title}
      extra={may && !adding ? <Button onClick={() => setAdding(true)}>{t('add')}</Button> : null}
    >
      <div className="hq-stack hq-stack-tight">
        {blackouts.length === 0 ? <p className="hq-faint">{t('none')}</p> : null}
        <ul className="hq-stack hq-stack-tight">
          {blackouts.map((one) => (
            <li key={one.id} className="hq-row">
              <span className="hq-number">{span(one.from, one.to)}</span>
              <span>{one.reason}</span>
              {may ? (
                <Button
                  size="small"
                  loading={lift.isPending}
                  onClick={() => lift.mutate({ blackoutId: one.id })}
                >
                  {t('lift')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        {affected.length > 0 ? (
          <div role="status">
            <p>{t('affected', { n: affected.length })}</p>
            <ul className="hq-stack hq-stack-tight">
              {affected.map(({ id, title }) => (
                <li key={id}>
                  <LinkTo to={`/bookings/${id}`}>{title}</LinkTo>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {adding ? (
          <EntryForm<Values>
            submit={t('save')}
            busy={close.isPending}
            problem={close.error}
            onSubmit={({ from, to, reason }) =>
              close.mutate({
                resourceId,
                from: new Date(from).toISOString(),
                to: new Date(to).toISOString(),
                reason,
              })
            }
            onCancel={() => setAdding(false)}
          >
            <Field name="from" label={t('from')} required>
              <DayInput time />
            </Field>
            <Field name="to" label={t('to')} required>
              <DayInput time />
            </Field>
            <Field name="reason" label={t('reason')} required>
              <Input maxLength={200} />
            </Field>
          </EntryForm>
        ) : null}
      </div>
    </Section>
  )
}
