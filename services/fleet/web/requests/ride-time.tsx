import { Select } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { DayInput } from '#ui/day-input.tsx'
import type { RideDraft } from './ride-draft.ts'

const messages = defineMessages({
  day: text('日期', 'Day'),
  start: text('出发', 'Leaving'),
  length: text('用车时长', 'For'),
})

type Time = Pick<RideDraft, 'day' | 'start' | 'minutes'>

const starts = Array.from({ length: 48 }, (_, index) => index * 30)
const lengths = [60, 120, 180, 240, 360, 480, 720, 1440, 2880]
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const known = (list: readonly number[], own: number) =>
  list.includes(own) ? list : [...list, own].sort((one, other) => one - other)

/** Day, leaving and how long: all proposed, each one tap to change. */
export function RideTime({ value, onChange }: { value: Time; onChange: (next: Time) => void }) {
  const t = useText(messages)
  const format = useFormat()
  return (
    <div className="ride-picks">
      <div className="ride-pick">
        <span>{t('day')}</span>
        <DayInput
          label={t('day')}
          value={value.day}
          min={todayInChina()}
          onChange={(day) => day && onChange({ ...value, day })}
        />
      </div>
      <div className="ride-pick">
        <span>{t('start')}</span>
        <Select
          aria-label={t('start')}
          value={value.start}
          onChange={(start) => onChange({ ...value, start })}
          options={known(starts, value.start).map((start) => ({ value: start, label: clock(start) }))}
        />
      </div>
      <div className="ride-pick">
        <span>{t('length')}</span>
        <Select
          aria-label={t('length')}
          value={value.minutes}
          onChange={(minutes) => onChange({ ...value, minutes })}
          options={known(lengths, value.minutes).map((minutes) => ({
            value: minutes,
            label: format.duration(minutes),
          }))}
        />
      </div>
    </div>
  )
}
