import { Select } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { DayInput } from '#ui/day-input.tsx'

const messages = defineMessages({
  day: text('日期', 'Day'),
  start: text('开始', 'From'),
  length: text('时长', 'For'),
})

export interface ChosenTime {
  /** `2026-03-05` */
  day: string
  /** Minutes of the day. */
  start: number
  minutes: number
}

const starts = Array.from({ length: 27 }, (_, index) => 480 + index * 30)
const lengths = [30, 45, 60, 90, 120, 180, 240, 480]
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Day, beginning and length: each one tap, all proposed. */
export function TimeChoice({ value, onChange }: { value: ChosenTime; onChange: (next: ChosenTime) => void }) {
  const t = useText(messages)
  const format = useFormat()
  const known = (list: readonly number[], own: number) =>
    list.includes(own) ? list : [...list, own].sort((one, other) => one - other)
  return (
    <div className="meeting-time">
      <div className="meeting-pick">
        <span>{t('day')}</span>
        <DayInput
          label={t('day')}
          value={value.day}
          min={todayInChina()}
          onChange={(day) => day && onChange({ ...value, day })}
        />
      </div>
      <div className="meeting-pick">
        <span>{t('start')}</span>
        <Select
          aria-label={t('start')}
          value={value.start}
          onChange={(start) => onChange({ ...value, start })}
          options={known(starts, value.start).map((start) => ({ value: start, label: clock(start) }))}
        />
      </div>
      <div className="meeting-pick">
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
