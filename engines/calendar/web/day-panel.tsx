import { Button, Input, Radio } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Facts } from '#ui/section.tsx'
import { dayNumber, weekdayOf } from '../local-day.ts'
import { calendar } from '../module.ts'
import { dayKinds } from '../schema.ts'
import { dayKindWords } from '../words.ts'
import { messages, weekdays } from './messages.ts'
import type { DayRow } from './year-grid.tsx'

interface Values {
  kind: DayRow['kind']
  name: string
  hours?: string
}

/** One day: what it is, and for an admin how to change it. */
export function DayPanel(props: {
  day: string
  row: DayRow | undefined
  siteId?: string
  mayChange: boolean
  onDone: () => void
}) {
  const { day, row, siteId, mayChange, onDone } = props
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const invalidates = ['/calendar']
  const set = useWrite(calendar.actions.setDay, { invalidates, success: t('saved'), quiet: true, onDone })
  const remove = useWrite(calendar.actions.removeDay, { invalidates, success: t('removed'), onDone })
  return (
    <div className="hq-stack">
      {row ? (
        <Facts
          items={[
            { title: t('kind'), value: localised(dayKindWords[row.kind]) },
            { title: t('name'), value: localised(row.name) },
            { title: t('source'), value: t(row.source) },
            { title: t('site'), value: row.siteName ?? t('allSites') },
            ...(row.hours ? [{ title: t('hours'), value: row.hours }] : []),
          ]}
        />
      ) : (
        <p>{t('nothing', { weekday: localised(weekdays[weekdayOf(dayNumber(day)) - 1] ?? text('', '')) })}</p>
      )}
      {mayChange ? (
        <EntryForm<Values>
          key={day}
          initial={{ kind: row?.kind ?? 'holiday', name: row?.name.zh ?? '', hours: row?.hours ?? '' }}
          onSubmit={(values) => set.mutate({ day, siteId, ...values, hours: values.hours || undefined })}
          problem={set.error}
          busy={set.isPending}
          submit={t('save')}
        >
          <Field name="kind" label={t('kind')} required>
            <Radio.Group
              optionType="button"
              options={dayKinds.map((kind) => ({ value: kind, label: localised(dayKindWords[kind]) }))}
            />
          </Field>
          <Field name="name" label={t('name')} hint={t('nameHint')} required>
            <Input maxLength={40} />
          </Field>
          <Field name="hours" label={t('hours')} hint={t('hoursHint')}>
            <Input maxLength={200} />
          </Field>
        </EntryForm>
      ) : null}
      {row?.can.remove && (row.siteId ?? undefined) === siteId ? (
        <ConfirmButton
          question={t('removeQuestion', { day: format.day(day), name: localised(row.name) })}
          yes={t('remove')}
          onConfirm={() => remove.mutateAsync({ day, siteId })}
        >
          {t('remove')}
        </ConfirmButton>
      ) : null}
      {mayChange ? null : <Button onClick={onDone}>{localised(text('关闭', 'Close'))}</Button>}
    </div>
  )
}
