import { Button, Checkbox, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Icon } from '#ui/icons.tsx'
import { shuttleActions } from '../../actions/shuttle-actions.ts'
import type { ShuttleLine, Stop } from '../../shuttle-schema.ts'
import { clockOf, minutesOf, weekdays } from './weekday-words.ts'

const messages = defineMessages({
  name: text('线路名称', 'Name'),
  stops: text('站点和到站时间', 'Stops and their times'),
  stopsHint: text(
    '第一站 0 分钟，后面填发车后多少分钟到',
    'The first at 0 minutes; then minutes after leaving it',
  ),
  stop: text('第 {n} 站', 'Stop {n}'),
  minutes: text('第 {n} 站到站分钟', 'Minutes to stop {n}'),
  after: text('分钟', 'min'),
  addStop: text('加一站', 'Add a stop'),
  dropStop: text('去掉第 {n} 站', 'Remove stop {n}'),
  days: text('哪几天开行', 'Runs on'),
  times: text('首站发车时间', 'Leaves its first stop at'),
  timesHint: text('如 07:30、17:45，用顿号或逗号隔开', 'Such as 07:30, 17:45'),
  seats: text('座位数', 'Seats'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
  close: text('停开这条线路', 'Close this line'),
  closeAsk: text('停开后不再推荐给用车申请，确定吗？', 'It will no longer be offered. Close it?'),
})

interface Values {
  name: string
  stops: Stop[]
  weekdays: number[]
  times: string
  seats: number
}

const fresh: Values = {
  name: '',
  stops: [
    { name: '', minutes: 0 },
    { name: '', minutes: 15 },
  ],
  weekdays: [1, 2, 3, 4, 5],
  times: '07:30、17:45',
  seats: 40,
}

/** A line: its name, stops with minutes, days and times. */
export function ShuttleLineForm({ line, onDone }: { line: ShuttleLine | null; onDone: () => void }) {
  const t = useText(messages)
  const say = useLocalised()
  const done = { quiet: true, success: t('saved'), invalidates: ['/fleet/shuttle-lines'], onDone }
  const create = useWrite(shuttleActions.createShuttleLine, done)
  const change = useWrite(shuttleActions.changeShuttleLine, done)
  const close = useWrite(shuttleActions.closeShuttleLine, { ...done, quiet: false })
  const save = ({ times, ...values }: Values) => {
    const departures = times.split(/[、,，\s]+/).flatMap((clock) => minutesOf(clock) ?? [])
    const content = { ...values, departures: [...new Set(departures)] }
    if (line) change.mutate({ lineId: line.id, ...content })
    else create.mutate(content)
  }
  const initial = line ? { ...line, times: line.departures.map(clockOf).join('、') } : fresh
  return (
    <div className="hq-stack">
      <EntryForm<Values>
        initial={{
          name: initial.name,
          stops: initial.stops,
          weekdays: initial.weekdays,
          times: initial.times,
          seats: initial.seats,
        }}
        submit={t('save')}
        busy={create.isPending || change.isPending}
        problem={create.error ?? change.error}
        onSubmit={save}
      >
        <Field name="name" label={t('name')} required>
          <Input maxLength={100} />
        </Field>
        <Field name="stops" label={t('stops')} required hint={t('stopsHint')}>
          <StopsInput />
        </Field>
        <Field name="weekdays" label={t('days')} required>
          <Checkbox.Group options={weekdays.map((day, index) => ({ value: index + 1, label: say(day) }))} />
        </Field>
        <Field name="times" label={t('times')} required hint={t('timesHint')}>
          <Input maxLength={300} />
        </Field>
        <Field name="seats" label={t('seats')} required>
          <InputNumber min={1} max={100} precision={0} />
        </Field>
      </EntryForm>
      {line?.can.change ? (
        <ConfirmButton
          danger
          question={t('closeAsk')}
          yes={t('close')}
          onConfirm={() => close.mutateAsync({ lineId: line.id })}
        >
          {t('close')}
        </ConfirmButton>
      ) : null}
    </div>
  )
}

function StopsInput({ value = [], onChange }: { value?: Stop[]; onChange?: (next: Stop[]) => void }) {
  const t = useText(messages)
  // Stops have no ids of their own; a line keeps its place while it is typed.
  const [keys, setKeys] = useState(() => value.map((_, index) => index))
  const set = (index: number, change: Partial<Stop>) =>
    onChange?.(value.map((stop, place) => (place === index ? { ...stop, ...change } : stop)))
  const add = () => {
    setKeys([...keys, Math.max(...keys, 0) + 1])
    onChange?.([...value, { name: '', minutes: (value.at(-1)?.minutes ?? 0) + 10 }])
  }
  const drop = (index: number) => {
    setKeys(keys.filter((_, place) => place !== index))
    onChange?.(value.filter((_, place) => place !== index))
  }
  return (
    <div className="hq-stack hq-stack-tight">
      {value.map((stop, index) => (
        <div key={keys[index]} className="ride-stops">
          <Input
            aria-label={t('stop', { n: index + 1 })}
            maxLength={60}
            value={stop.name}
            onChange={({ target }) => set(index, { name: target.value })}
          />
          <InputNumber
            aria-label={t('minutes', { n: index + 1 })}
            min={0}
            max={600}
            precision={0}
            suffix={t('after')}
            value={stop.minutes}
            onChange={(minutes) => set(index, { minutes: minutes ?? 0 })}
          />
          <Button
            aria-label={t('dropStop', { n: index + 1 })}
            disabled={value.length <= 2}
            onClick={() => drop(index)}
            icon={<Icon name="more" />}
          />
        </div>
      ))}
      <Button onClick={add}>{t('addStop')}</Button>
    </div>
  )
}
