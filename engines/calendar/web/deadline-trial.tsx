import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { calendar } from '../module.ts'
import { messages } from './messages.ts'

/** Shows how a deadline comes about, so that nobody has to believe it. */
export function DeadlineTrial({ siteId }: { siteId?: string }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const [from, setFrom] = useState(() => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString())
  const [minutes, setMinutes] = useState(840)
  const [name, setName] = useState('work')
  const calendars = useRead(calendar.actions.listCalendars, {})
  const answer = useRead(calendar.actions.explainDeadline, { from, minutes, calendar: name, siteId })
  return (
    <Section title={t('explain')}>
      <div className="hq-stack">
        <p className="hq-faint">{t('explainHint')}</p>
        <div className="hq-row">
          <span className="cal-narrow">
            <DayInput
              time
              label={t('from')}
              value={from}
              onChange={(next) => next && setFrom(new Date(next).toISOString())}
            />
          </span>
          <InputNumber
            aria-label={t('minutes')}
            min={1}
            max={100_000}
            precision={0}
            value={minutes}
            suffix={t('minutes')}
            onChange={(next) => next && setMinutes(next)}
          />
          <Select
            aria-label={t('calendar')}
            value={name}
            onChange={setName}
            options={calendars.data?.items.map((one) => ({ value: one.name, label: localised(one.title) }))}
          />
        </div>
        {answer.error ? <Problem error={answer.error} /> : null}
        {answer.data ? (
          <>
            <strong>{t('due', { when: format.moment(answer.data.dueAt) })}</strong>
            <ul className="cal-steps">
              {answer.data.steps.map((step) => (
                <li key={step.from} className={step.counts ? undefined : 'cal-step-off'}>
                  <span>
                    {format.day(step.day)}
                    {step.lastDay === step.day ? '' : ` – ${format.day(step.lastDay, 'short')}`}
                  </span>
                  <span>{localised(step.reason)}</span>
                  <span className="hq-right">
                    {step.counts
                      ? `${t('counted', { n: step.minutes })} · ${t('left', { n: step.remaining })}`
                      : '—'}
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </Section>
  )
}
