import { Checkbox } from 'antd'
import { RepeatFields } from '#engines/bookings/web/repeat-fields.tsx'
import { type Repeat, usualRepeat, writeRule } from '#engines/bookings/web/repeat-rule.ts'
import { choicesOf, type DateChoices, SeriesPreview } from '#engines/bookings/web/series-preview.tsx'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  repeat: text('这个会定期开，一次订好', 'It is held regularly: book all of it at once'),
  room: text('选好会议室后，这里列出每个日期', 'Once a room is chosen, every date stands here'),
})

/** How the meeting recurs, and what becomes of dates that clash; null: it does not. */
export type ChosenSeries = { repeat: Repeat; choices: DateChoices } | null

interface Borrowed {
  accessoryId: string
  quantity: number
}

interface SeriesPartProps {
  value: ChosenSeries
  onChange: (value: ChosenSeries) => void
  from: string
  to: string
  roomId: string | null
  /** Held besides the main room. */
  further: readonly { roomId: string }[]
  headcount: number
  /** What is borrowed besides: a date on which it is out clashes as well. */
  accessories: readonly Borrowed[]
}

/** A regular meeting: the rule in words, and every date in sight before it is booked. */
export function SeriesPart(props: SeriesPartProps) {
  const { value, onChange, from, to, roomId, further, headcount } = props
  const t = useText(messages)
  const accessories = props.accessories.filter(({ quantity }) => quantity > 0)
  return (
    <div className="hq-stack hq-stack-tight">
      <Checkbox
        checked={value !== null}
        onChange={({ target }) => onChange(target.checked ? { repeat: usualRepeat, choices: {} } : null)}
      >
        {t('repeat')}
      </Checkbox>
      {value ? (
        <>
          <RepeatFields value={value.repeat} onChange={(repeat) => onChange({ repeat, choices: {} })} />
          {roomId ? (
            <SeriesPreview
              from={from}
              to={to}
              rule={writeRule(value.repeat, from)}
              offDays={value.repeat.offDays}
              resourceIds={[
                roomId,
                ...further.map((one) => one.roomId),
                ...accessories.map(({ accessoryId }) => accessoryId),
              ]}
              quantities={[1, ...further.map(() => 1), ...accessories.map(({ quantity }) => quantity)]}
              headcount={headcount}
              choices={value.choices}
              onChange={(choices) => onChange({ ...value, choices })}
            />
          ) : (
            <p className="hq-soft">{t('room')}</p>
          )}
        </>
      ) : null}
    </div>
  )
}

/** The series as the booking takes it. */
export function seriesOf({ repeat, choices }: NonNullable<ChosenSeries>, from: string) {
  return { rule: writeRule(repeat, from), offDays: repeat.offDays, choices: choicesOf(choices) }
}
