import { Button } from 'antd'
import { useSpanWords } from '#engines/bookings/web/span-words.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { Problem } from '#ui/problem.tsx'

const messages = defineMessages({
  skip: text('跳过这 {n} 个日期，其余照订', 'Leave out these {n} and book the rest'),
})

interface Clashing {
  day: string
  from: string
  to: string
  clash: string
}

/** Whether a refusal is about dates of a series. */
export const isOfSeries = (error: unknown) =>
  error != null && problemOf(error).code === 'bookings.series_conflict'

interface ClashingDatesProps {
  error: unknown
  busy: boolean
  onSkip: (days: string[]) => void
}

/** The dates that somebody else took meanwhile, each with its reason, and the way on without them. */
export function ClashingDates({ error, busy, onSkip }: ClashingDatesProps) {
  const t = useText(messages)
  const span = useSpanWords()
  const dates = (problemOf(error).extra.dates ?? []) as Clashing[]
  return (
    <div className="hq-stack hq-stack-tight">
      <Problem error={error} />
      <ul className="hq-stack hq-stack-tight">
        {dates.map(({ day, from, to, clash }) => (
          <li key={day}>
            <strong className="hq-number">{span(from, to)}</strong>
            <div className="hq-soft">{clash}</div>
          </li>
        ))}
      </ul>
      <Button disabled={busy} onClick={() => onSkip(dates.map(({ day }) => day))}>
        {t('skip', { n: dates.length })}
      </Button>
    </div>
  )
}
