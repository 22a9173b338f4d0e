import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { dayNumber, isoDay, weekdayOf } from '../local-day.ts'
import type { calendar } from '../module.ts'
import { dayKindWords } from '../words.ts'
import './calendar.css'
import { messages, weekdays } from './messages.ts'

export type YearView = OutputOf<typeof calendar.actions.readYear>
export type DayRow = YearView['days'][number]

const monthNumbers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const
const marks = { holiday: 'off', makeup: 'work', 'half-day': 'half', custom: 'own' } as const

/** A year as twelve months; every day is a button that says what it is. */
export function YearGrid(props: {
  view: YearView
  today: string
  openDay: string | null
  onOpen: (day: string) => void
}) {
  const t = useText(messages)
  const rows = new Map<string, DayRow>()
  // A site's own day comes after the bureau's and covers it.
  for (const row of props.view.days) if (row.siteId || !rows.get(row.day)?.siteId) rows.set(row.day, row)
  return (
    <div className="cal-year">
      {monthNumbers.map((month) => (
        <section key={month} className="cal-month" aria-label={t('month', { month: month + 1 })}>
          <h2>{t('month', { month: month + 1 })}</h2>
          <MonthDays {...props} month={month} rows={rows} />
        </section>
      ))}
    </div>
  )
}

function MonthDays(props: {
  view: YearView
  month: number
  today: string
  openDay: string | null
  onOpen: (day: string) => void
  rows: Map<string, DayRow>
}) {
  const { view, month, today, openDay, onOpen, rows } = props
  const localised = useLocalised()
  const format = useFormat()
  const t = useText(messages)
  const two = (n: number) => String(n).padStart(2, '0')
  const first = dayNumber(`${view.year}-${two(month + 1)}-01`)
  const next = month === 11 ? `${view.year + 1}-01-01` : `${view.year}-${two(month + 2)}-01`
  const days = Array.from({ length: dayNumber(next) - first }, (_, index) => first + index)
  return (
    <div className="cal-days">
      {weekdays.map((weekday) => (
        <span key={weekday.en} className="cal-weekday" aria-hidden="true">
          {localised(weekday).replace('周', '')}
        </span>
      ))}
      {days.map((number) => {
        const day = isoDay(number)
        const row = rows.get(day)
        const classes = [
          'cal-day',
          row ? `cal-${row.kind}` : weekdayOf(number) >= 6 && 'cal-weekend',
          row?.source === 'local' && 'cal-local',
          day === today && 'cal-today',
          day === openDay && 'cal-open',
        ]
        const words = row ? `${localised(row.name)} ${localised(dayKindWords[row.kind])}` : ''
        return (
          <button
            key={day}
            type="button"
            className={classes.filter(Boolean).join(' ')}
            style={number === first ? { gridColumnStart: weekdayOf(number) } : undefined}
            aria-label={`${format.day(day)} ${words}`.trim()}
            title={words || undefined}
            aria-pressed={day === openDay}
            onClick={() => onOpen(day)}
          >
            {number - first + 1}
            {row ? <small>{t(marks[row.kind])}</small> : null}
          </button>
        )
      })}
    </div>
  )
}
