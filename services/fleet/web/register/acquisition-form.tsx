import { Checkbox, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { VerdictList } from '#engines/rules/web/verdict-list.tsx'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { fleet } from '../../module.ts'
import { bodies, energies, pools, vehicleClasses } from '../../words.ts'
import { searchVehicles } from './choices.ts'
import { WordSelect } from './word-select.tsx'

const messages = defineMessages({
  class: text('车辆类别', 'Class'),
  body: text('车型', 'Body'),
  model: text('品牌型号', 'Model'),
  energy: text('能源类型', 'Energy'),
  displacement: text('排量（升）', 'Displacement (litres)'),
  electric: text('纯电动汽车不填', 'Empty for an electric vehicle'),
  price: text('价格（元，不含购置税）', 'Price (yuan, without purchase tax)'),
  special: text('按特殊情况配备（适用更高的限价）', 'Bought for special needs, with higher caps'),
  seats: text('座位数（含驾驶员）', 'Seats (with the driver’s)'),
  pool: text('所属', 'Pool'),
  reason: text('购置理由', 'Why'),
  replaces: text('更新哪辆车', 'Stands in for'),
  fresh: text('新增的不填', 'Empty for an additional one'),
  limits: text('对照限额', 'Against the caps'),
  check: text('对照限额', 'Look at the caps'),
})

export interface AcquisitionValues {
  class: keyof typeof vehicleClasses
  body: keyof typeof bodies
  model?: string
  energy: keyof typeof energies
  litres?: number | null
  yuan: number
  special?: boolean
  seats: number
  pool: keyof typeof pools
  reason: string
  replacesId?: string
}

/** What the writes take of the form. */
export function acquisitionInput({ litres, yuan, replacesId, ...values }: AcquisitionValues) {
  return {
    ...values,
    displacementMl: litres ? Math.round(litres * 1000) : null,
    priceFen: Math.round(yuan * 100),
    replacesId: replacesId ?? null,
  }
}

interface Props {
  initial?: Partial<AcquisitionValues>
  submit: string
  problem: Error | null
  busy: boolean
  onSubmit: (values: AcquisitionValues) => void
  onCancel: () => void
}

/** A vehicle to buy, with what the caps say of it beside the price. */
export function AcquisitionForm({ initial, submit, problem, busy, onSubmit, onCancel }: Props) {
  const t = useText(messages)
  const [asked, setAsked] = useState<AcquisitionValues | null>(null)
  return (
    <EntryForm<AcquisitionValues>
      initial={{
        class: 'EMERGENCY_SUPPORT',
        body: 'CAR',
        energy: 'ELECTRIC',
        seats: 5,
        pool: 'CENTRE',
        ...initial,
      }}
      onSubmit={(values) => {
        // The first press shows what the caps say; the second, of the same values, hands it in.
        if (JSON.stringify(values) === JSON.stringify(asked)) onSubmit(values)
        else setAsked(values)
      }}
      problem={problem}
      busy={busy}
      submit={asked ? submit : t('check')}
      onCancel={onCancel}
    >
      <Field name="class" label={t('class')} required>
        <WordSelect words={vehicleClasses} label={t('class')} />
      </Field>
      <Field name="body" label={t('body')} required>
        <WordSelect words={bodies} label={t('body')} />
      </Field>
      <Field name="model" label={t('model')}>
        <Input maxLength={100} />
      </Field>
      <Field name="energy" label={t('energy')} required>
        <WordSelect words={energies} label={t('energy')} />
      </Field>
      <Field name="litres" label={t('displacement')} hint={t('electric')}>
        <InputNumber min={0.1} max={20} precision={3} />
      </Field>
      <Field name="yuan" label={t('price')} required>
        <InputNumber min={0} max={1_000_000_000} precision={2} />
      </Field>
      <Field name="special" label="" valueProp="checked">
        <Checkbox>{t('special')}</Checkbox>
      </Field>
      <Field name="seats" label={t('seats')} required>
        <InputNumber min={1} max={60} precision={0} />
      </Field>
      <Field name="pool" label={t('pool')} required>
        <WordSelect words={pools} label={t('pool')} />
      </Field>
      <Field name="replacesId" label={t('replaces')} hint={t('fresh')}>
        <SearchSelect name="replacesId" search={searchVehicles} />
      </Field>
      <Field name="reason" label={t('reason')} required>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
      </Field>
      {asked ? <Limits values={asked} /> : null}
    </EntryForm>
  )
}

function Limits({ values }: { values: AcquisitionValues }) {
  const t = useText(messages)
  const { class: kind, body, energy, special, displacementMl, priceFen } = acquisitionInput(values)
  const read = useRead(fleet.actions.previewLimits, {
    class: kind,
    body,
    energy,
    priceFen,
    ...(special ? { special } : {}),
    ...(displacementMl ? { displacementMl } : {}),
  })
  if (!read.data) return null
  return (
    <section aria-label={t('limits')}>
      <VerdictList verdicts={read.data.verdicts} />
    </section>
  )
}
