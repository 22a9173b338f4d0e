import { Checkbox } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { bookings } from '../module.ts'

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

/** What becomes of one clashing date. */
export type DateChoices = Readonly<Record<string, { skip: true } | { resourceId: string }>>

interface SeriesPreviewProps {
  from: string
  to: string
  rule: string
  offDays: 'SKIP' | 'NEXT' | 'KEEP'
  resourceIds: string[]
  headcount?: number | null
  bookingId?: string
  choices: DateChoices
  onChange: (choices: DateChoices) => void
}

/** Every date before it is booked: those that clash with their ways out. */
export function SeriesPreview({ choices, onChange, ...about }: SeriesPreviewProps) {
  const t = useText(messages)
  const format = useFormat()
  const preview = useRead(bookings.actions.previewSeries, {
    from: about.from,
    to: about.to,
    rule: about.rule,
    offDays: about.offDays,
    resourceId: about.resourceIds,
    ...(about.headcount ? { headcount: about.headcount } : {}),
    ...(about.bookingId ? { bookingId: about.bookingId } : {}),
  })
  if (preview.isPending) return <Loading compact />
  if (preview.error) return <Problem error={preview.error} />
  const { dates, clashes } = preview.data
  const choose = (day: string, choice: DateChoices[string] | null) => {
    const { [day]: _dropped, ...rest } = choices
    onChange(choice ? { ...rest, [day]: choice } : rest)
  }
  return (
    <div className="hq-stack hq-stack-tight">
      <p role="status">
        {clashes === 0
          ? t('fine', { n: dates.filter(({ left }) => !left).length })
          : t('clashes', { n: clashes })}
      </p>
      <ul className="hq-stack hq-stack-tight">
        {dates.map(({ day, from, moved, left, clash, alternatives }) => {
          const choice = choices[day]
          return (
            <li key={day}>
              <span className="hq-number">{format.day(left ? day : from)}</span>{' '}
              {left ? <span className="hq-faint">{t('left')}</span> : null}
              {moved ? <span className="hq-faint">{t('moved', { day: format.day(day) })}</span> : null}
              {clash ? (
                <div className="hq-stack hq-stack-tight">
                  <span className="hq-soft">{clash}</span>
                  {alternatives.map(({ resource }) => (
                    <Checkbox
                      key={resource.id}
                      checked={
                        choice !== undefined && 'resourceId' in choice && choice.resourceId === resource.id
                      }
                      onChange={({ target }) =>
                        choose(day, target.checked ? { resourceId: resource.id } : null)
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

/** The choices as the writes take them. */
export function choicesOf(choices: DateChoices) {
  return Object.entries(choices).map(([day, choice]) =>
    'skip' in choice ? { day, skip: true } : { day, claims: [{ resourceId: choice.resourceId }] },
  )
}
