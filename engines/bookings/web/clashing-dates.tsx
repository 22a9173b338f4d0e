import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { Problem } from '#ui/problem.tsx'
import { useSpanWords } from './span-words.ts'

const messages = defineMessages({
  skip: text('跳过这 {n} 个日期，其余照办', 'Leave out these {n} and go on with the rest'),
})

interface Clashing {
  day: string
  from: string
  to: string
  clash: string
}

/** The dates of a series that cannot be held, each with its reason, and the way on without them. */
export function ClashingDates(props: { error: unknown; busy: boolean; onSkip: (days: string[]) => void }) {
  const t = useText(messages)
  const span = useSpanWords()
  const dates = (problemOf(props.error).extra.dates ?? []) as Clashing[]
  return (
    <div className="hq-stack hq-stack-tight">
      <Problem error={props.error} />
      <ul className="hq-stack hq-stack-tight">
        {dates.map(({ day, from, to, clash }) => (
          <li key={day}>
            <strong className="hq-number">{span(from, to)}</strong>
            <div className="hq-soft">{clash}</div>
          </li>
        ))}
      </ul>
      <Button disabled={props.busy} onClick={() => props.onSkip(dates.map(({ day }) => day))}>
        {t('skip', { n: dates.length })}
      </Button>
    </div>
  )
}
