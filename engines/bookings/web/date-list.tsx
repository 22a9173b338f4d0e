import { Checkbox } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import type { SeriesDate } from '../schema.ts'
import type { DateChoices } from './date-choices.ts'
import { useSpanWords } from './span-words.ts'

const messages = defineMessages({
  fine: text('{n} 个日期都可以预订', 'All {n} dates can be booked'),
  clashes: text(
    '{n} 个日期有冲突：逐个选择换地方，或者跳过',
    '{n} dates clash: choose another place for each, or leave it out',
  ),
  left: text('休息日，跳过', 'day off, left out'),
  moved: text('原定{day}，顺延', 'moved from {day}'),
  instead: text('改到{place}', 'at {place} instead'),
  skip: text('跳过这一天', 'Leave this day out'),
})

interface DateListProps {
  dates: readonly SeriesDate[]
  choices: DateChoices
  onChange: (choices: DateChoices) => void
}

/** Every date of a series as it will be; those that clash with their ways out. */
export function DateList({ dates, choices, onChange }: DateListProps) {
  const t = useText(messages)
  const format = useFormat()
  const span = useSpanWords()
  const choose = (day: string, choice: DateChoices[string] | null) => {
    const { [day]: _dropped, ...rest } = choices
    onChange(choice ? { ...rest, [day]: choice } : rest)
  }
  const clashes = dates.filter(({ clash }) => clash !== null).length
  return (
    <div className="hq-stack hq-stack-tight">
      <p role="status">
        {clashes === 0
          ? t('fine', { n: dates.filter(({ left }) => !left).length })
          : t('clashes', { n: clashes })}
      </p>
      <ul className="hq-stack hq-stack-tight">
        {dates.map(({ day, from, to, moved, left, clash, takenId, alternatives }) => {
          const choice = choices[day]
          return (
            <li key={day}>
              <span className="hq-number">{left ? format.day(day) : span(from, to)}</span>{' '}
              {left ? <span className="hq-faint">{t('left')}</span> : null}
              {moved ? <span className="hq-faint">{t('moved', { day: format.day(day) })}</span> : null}
              {clash ? (
                <div className="hq-stack hq-stack-tight">
                  <span className="hq-soft">{clash}</span>
                  {alternatives.map(({ resource }) => (
                    <Checkbox
                      key={resource.id}
                      checked={choice !== undefined && 'swap' in choice && choice.swap.to === resource.id}
                      onChange={({ target }) =>
                        choose(
                          day,
                          target.checked && takenId ? { swap: { from: takenId, to: resource.id } } : null,
                        )
                      }
                    >
                      {t('instead', { place: resource.name })}
                    </Checkbox>
                  ))}
                  <Checkbox
                    checked={choice !== undefined && 'skip' in choice}
                    onChange={({ target }) => choose(day, target.checked ? { skip: true } : null)}
                  >
                    {t('skip')}
                  </Checkbox>
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
