import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { calendar } from '../module.ts'
import { messages, weekdays } from './messages.ts'

type CalendarView = OutputOf<typeof calendar.actions.listCalendars>['items'][number]

const numbers = [1, 2, 3, 4, 5, 6, 7] as const

function hoursOf(view: CalendarView, weekday: number, siteId: string | null): string | undefined {
  return view.weekly.find((row) => row.weekday === weekday && row.siteId === siteId)?.hours
}

/** The hours of every calendar by weekday; an admin changes them in a panel. */
export function WeeklyHours({ siteId }: { siteId?: string }) {
  const t = useText(messages)
  const localised = useLocalised()
  const calendars = useRead(calendar.actions.listCalendars, {})
  const [edited, setEdited] = useState<CalendarView | null>(null)
  if (calendars.error) return <Problem error={calendars.error} onRetry={() => void calendars.refetch()} />
  if (!calendars.data) return <Loading />
  return (
    <div className="cal-year">
      {calendars.data.items.map((view) => (
        <Section
          key={view.id}
          title={t('weekly', { name: localised(view.title) })}
          extra={
            view.can.change ? (
              <Button type="link" onClick={() => setEdited(view)}>
                {t('editHours')}
              </Button>
            ) : null
          }
        >
          {view.roundTheClock ? (
            <p className="hq-soft">{t('everyMinute')}</p>
          ) : (
            <dl className="cal-hours">
              {numbers.map((weekday) => (
                <WeekdayLine key={weekday} view={view} weekday={weekday} siteId={siteId} />
              ))}
            </dl>
          )}
        </Section>
      ))}
      <SidePanel
        open={edited !== null}
        onClose={() => setEdited(null)}
        title={edited ? localised(edited.title) : ''}
      >
        {edited ? <HoursForm view={edited} siteId={siteId} onDone={() => setEdited(null)} /> : null}
      </SidePanel>
    </div>
  )
}

function WeekdayLine({ view, weekday, siteId }: { view: CalendarView; weekday: number; siteId?: string }) {
  const t = useText(messages)
  const localised = useLocalised()
  const own = siteId ? hoursOf(view, weekday, siteId) : undefined
  const hours = own ?? hoursOf(view, weekday, null)
  return (
    <>
      <dt>{localised(weekdays[weekday - 1]!)}</dt>
      <dd className={hours ? undefined : 'hq-faint'}>{hours || t('closed')}</dd>
    </>
  )
}

function HoursForm({ view, siteId, onDone }: { view: CalendarView; siteId?: string; onDone: () => void }) {
  const t = useText(messages)
  const localised = useLocalised()
  const set = useWrite(calendar.actions.setWeeklyHours, {
    invalidates: ['/calendar'],
    success: t('hoursSaved'),
    quiet: true,
    onDone,
  })
  const hours = numbers.map((weekday) => ({
    hours: (siteId ? hoursOf(view, weekday, siteId) : undefined) ?? hoursOf(view, weekday, null) ?? '',
  }))
  return (
    <EntryForm<{ hours: { hours: string }[] }>
      initial={{ hours }}
      onSubmit={(values) =>
        set.mutate({
          calendar: view.name,
          siteId,
          hours: values.hours.map((row, index) => ({ weekday: index + 1, hours: row.hours ?? '' })),
        })
      }
      problem={set.error}
      busy={set.isPending}
      submit={t('save')}
    >
      {numbers.map((weekday) => (
        <Field
          key={weekday}
          name={['hours', weekday - 1, 'hours']}
          label={localised(weekdays[weekday - 1]!)}
          hint={weekday === 1 ? t('hoursHint') : undefined}
        >
          <Input maxLength={200} placeholder={t('closed')} />
        </Field>
      ))}
    </EntryForm>
  )
}
