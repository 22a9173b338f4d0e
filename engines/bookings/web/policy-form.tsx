import { useQuery } from '@tanstack/react-query'
import { InputNumber, Select } from 'antd'
import { directory } from '#engines/directory/module.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import { call } from '#kernel/contract/client.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { bookings } from '../module.ts'
import type { Policy } from '../schema.ts'
import { quotaPeriods } from '../words.ts'
import { useBookingWrite } from './use-booking-write.ts'

const messages = defineMessages({
  title: text('规则', 'Rules'),
  empty: text('留空表示不限', 'Empty means no limit'),
  by: text('{name} 最近修改', 'Last changed by {name}'),
  save: text('保存规则', 'Save the rules'),
  saved: text('已保存，从现在起生效', 'Saved; in force from now on'),
  quotaPeriod: text('配额按', 'Quota counted'),
  units: text('只对这些单位开放（含下级）', 'Open to these units only (and those below)'),
})

/** Every limit with its words; minutes unless it says otherwise. */
const limits: { name: keyof Policy; label: Text; min: number; max: number }[] = [
  {
    name: 'noticeAddMinutes',
    label: text('至少提前多少分钟预订', 'Book at least so many minutes ahead'),
    min: 0,
    max: 525_600,
  },
  {
    name: 'noticeChangeMinutes',
    label: text('开始前多少分钟内不能更改', 'No change within so many minutes of the beginning'),
    min: 0,
    max: 525_600,
  },
  {
    name: 'noticeCancelMinutes',
    label: text('开始前多少分钟内不能取消', 'No cancelling within so many minutes of the beginning'),
    min: 0,
    max: 525_600,
  },
  { name: 'shortestMinutes', label: text('一次最短（分钟）', 'Shortest (minutes)'), min: 1, max: 525_600 },
  { name: 'longestMinutes', label: text('一次最长（分钟）', 'Longest (minutes)'), min: 1, max: 525_600 },
  {
    name: 'bufferBeforeMinutes',
    label: text('前面空出（分钟）', 'Kept free before (minutes)'),
    min: 0,
    max: 1440,
  },
  {
    name: 'bufferAfterMinutes',
    label: text('后面空出（分钟）', 'Kept free after (minutes)'),
    min: 0,
    max: 1440,
  },
  {
    name: 'horizonDays',
    label: text('最早可提前多少天预订', 'Book at most so many days ahead'),
    min: 1,
    max: 3660,
  },
  { name: 'quotaCount', label: text('每个单位配额（次）', 'Quota of a unit (times)'), min: 1, max: 100_000 },
  {
    name: 'quotaMinutes',
    label: text('每个单位配额（分钟）', 'Quota of a unit (minutes)'),
    min: 1,
    max: 10_000_000,
  },
  {
    name: 'checkInMinutes',
    label: text('开始后多少分钟无人签到就释放', 'Released when nobody checked in after so many minutes'),
    min: 1,
    max: 1440,
  },
  {
    name: 'strikes',
    label: text('系列连续几次无人签到就全部释放', 'The series is released after so many misses in a row'),
    min: 1,
    max: 100,
  },
]

type Rules = OutputOf<typeof bookings.actions.readPolicy>

/** The rules as a form; read only for those who may not set them. */
export function PolicyForm({ resourceId, rules, may }: { resourceId: string; rules: Rules; may: boolean }) {
  const t = useText(messages)
  const say = useLocalised()
  const save = useBookingWrite(bookings.actions.setPolicy, { success: t('saved'), quiet: true })
  const units = useQuery({
    queryKey: ['choices', 'directory.units', 'all'],
    queryFn: async () => (await call(directory.actions.listUnits, { limit: 200 })).items,
    enabled: may,
  })
  const options = [
    ...rules.units.map(({ id, name }) => ({ value: id, label: name })),
    ...(units.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ].filter((one, index, all) => all.findIndex(({ value }) => value === one.value) === index)
  return (
    <Section
      title={messages.title}
      extra={
        <small className="hq-faint">
          {rules.changedBy ? t('by', { name: rules.changedBy }) : t('empty')}
        </small>
      }
    >
      <EntryForm<Policy>
        initial={rules.policy}
        submit={t('save')}
        busy={save.isPending}
        problem={save.error}
        onSubmit={(values) => save.mutate({ resourceId, ...rules.policy, ...emptied(values) })}
      >
        <div className="hq-grid">
          {limits.map(({ name, label, min, max }) => (
            <Field key={name} name={name} label={say(label)}>
              <InputNumber min={min} max={max} disabled={!may} style={{ width: '100%' }} />
            </Field>
          ))}
          <Field name="quotaPeriod" label={t('quotaPeriod')}>
            <Select
              disabled={!may}
              options={Object.entries(quotaPeriods).map(([value, words]) => ({ value, label: say(words) }))}
            />
          </Field>
        </div>
        <Field name="unitIds" label={t('units')}>
          <Select mode="multiple" disabled={!may} optionFilterProp="label" options={options} />
        </Field>
      </EntryForm>
    </Section>
  )
}

/** A field that was emptied says null, not nothing; buffers say 0. */
function emptied(values: Policy): Policy {
  const named = Object.entries(values).map(([name, value]) => [
    name,
    value === undefined || value === null ? (name.startsWith('buffer') ? 0 : null) : value,
  ])
  return Object.fromEntries(named) as Policy
}
