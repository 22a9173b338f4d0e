import { Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { ChecklistCard } from '#engines/standards/web/checklist/checklist-card.tsx'
import { useFormChecklist } from '#engines/standards/web/checklist/use-form-checklist.ts'
import { text } from '#kernel/contract/text.ts'
import { storeFile } from '#kernel/web/files.ts'
import { todayInChina } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { fleet } from '../../module.ts'
import { type RecordKind, recordKinds } from '../../register-words.ts'
import type { Vehicle } from './vehicle-page.tsx'
import { WordSelect } from './word-select.tsx'

const messages = defineMessages({
  day: text('日期', 'Day'),
  kind: text('种类', 'Kind'),
  km: text('里程（公里）', 'Odometer (km)'),
  shop: text('维修厂或检测站', 'Shop or testing station'),
  what: text('内容', 'What was done'),
  yuan: text('费用（元）', 'Cost (yuan)'),
  plan: text('对应保养计划', 'Of which plan'),
  passed: text('检验结果', 'Result'),
  ok: text('合格', 'Passed'),
  failed: text('不合格', 'Failed'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
})
const stale = ['/fleet/vehicles', '/fleet/due']
export type Plan = NonNullable<Vehicle['plans']>[number]
export type Entry = NonNullable<Vehicle['records']>[number]

interface RecordValues {
  kind: RecordKind
  planId?: string
  onDay: string
  km?: number | null
  shop?: string
  what: string
  yuan?: number | null
  passed?: boolean
}

interface AddProps {
  vehicleId: string
  plans: Plan[]
  follows: Entry | null
  onClose: () => void
}

/** What was done; after a failed inspection the repair, and after that the retest. */
export function AddRecord({ vehicleId, plans, follows, onClose }: AddProps) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.recordMaintenance, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  const choices: Partial<typeof recordKinds> = follows
    ? { REPAIR: recordKinds.REPAIR, RETEST: recordKinds.RETEST }
    : { UPKEEP: recordKinds.UPKEEP, REPAIR: recordKinds.REPAIR, INSPECTION: recordKinds.INSPECTION }
  const titles = Object.fromEntries(plans.map(({ id, title }) => [id, { zh: title, en: title }]))
  const first = follows ? (follows.kind === 'REPAIR' ? 'RETEST' : 'REPAIR') : 'UPKEEP'
  const [kind, setKind] = useState<RecordKind>(first)
  const asked = useRead(fleet.actions.listUpkeepLines, { kind })
  const { listed, list, answers } = useFormChecklist(asked.data?.lines ?? [])
  return (
    <EntryForm<RecordValues>
      initial={{ kind: first, onDay: todayInChina() }}
      onChange={(values) => setKind(values.kind)}
      onSubmit={({ yuan, ...values }) =>
        write.mutate({
          vehicleId,
          ...values,
          followsId: follows?.id ?? null,
          costFen: Math.round((yuan ?? 0) * 100),
          answers,
        })
      }
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <Field name="kind" label={t('kind')} required>
        <WordSelect words={choices as Readonly<typeof recordKinds>} label={t('kind')} />
      </Field>
      {plans.length > 0 && !follows ? (
        <Field name="planId" label={t('plan')}>
          <WordSelect words={titles} label={t('plan')} />
        </Field>
      ) : null}
      <Field name="onDay" label={t('day')} required>
        <DayInput />
      </Field>
      <Field name="km" label={t('km')}>
        <InputNumber min={0} max={3_000_000} precision={0} />
      </Field>
      <Field name="what" label={t('what')} required>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="shop" label={t('shop')}>
        <Input maxLength={100} />
      </Field>
      <Field name="yuan" label={t('yuan')}>
        <InputNumber min={0} max={10_000_000} precision={2} />
      </Field>
      {kind === 'INSPECTION' || kind === 'RETEST' ? (
        <Field name="passed" label={t('passed')}>
          <Radio.Group
            options={[
              { value: true, label: t('ok') },
              { value: false, label: t('failed') },
            ]}
          />
        </Field>
      ) : null}
      <ChecklistCard lines={listed} list={list} upload={storeFile} open />
    </EntryForm>
  )
}
