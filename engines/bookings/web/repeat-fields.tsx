import { InputNumber, Radio, Select } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { type OffDayRule, offDayRules } from '../words.ts'
import type { Repeat } from './repeat-rule.ts'

const messages = defineMessages({
  every: text('重复', 'Repeats'),
  times: text('共几次', 'How many times'),
  offDays: text('遇到节假日和调休', 'On holidays and other days off'),
})

const choices = {
  DAY: text('每天', 'Every day'),
  WEEK: text('每周同一天', 'Every week on this day'),
  TWO_WEEKS: text('每两周同一天', 'Every two weeks on this day'),
  MONTH_DAY: text('每月同一日', 'Every month on this date'),
  MONTH_WEEKDAY: text('每月第几个星期几', 'Every month on this weekday'),
} as const

/** How often, how many times, and what happens on days off. */
export function RepeatFields({ value, onChange }: { value: Repeat; onChange: (value: Repeat) => void }) {
  const t = useText(messages)
  const say = useLocalised()
  return (
    <div className="hq-stack hq-stack-tight">
      <div className="hq-row">
        <Select<Repeat['every']>
          aria-label={t('every')}
          style={{ minWidth: '11rem' }}
          value={value.every}
          onChange={(every) => onChange({ ...value, every })}
          options={Object.entries(choices).map(([key, words]) => ({
            value: key as Repeat['every'],
            label: say(words),
          }))}
        />
        <label htmlFor="repeat-times" className="hq-row">
          {t('times')}
          <InputNumber
            id="repeat-times"
            min={2}
            max={300}
            value={value.times}
            onChange={(times) => onChange({ ...value, times: times ?? 2 })}
          />
        </label>
      </div>
      <fieldset>
        <legend>{t('offDays')}</legend>
        <Radio.Group
          value={value.offDays}
          onChange={({ target }) => onChange({ ...value, offDays: target.value as OffDayRule })}
          options={(Object.keys(offDayRules) as OffDayRule[]).map((rule) => ({
            value: rule,
            label: say(offDayRules[rule]),
          }))}
        />
      </fieldset>
    </div>
  )
}
