import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { todayInChina } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { formulas } from '../formulas.ts'
import { rules } from '../module.ts'
import type { RuleView, ValueView } from '../schema.ts'
import { marks, ops, ruleUnits } from '../value.ts'
import { effectWords, opWords, unitWords } from '../words.ts'
import { messages } from './messages.ts'

type Values = Omit<ValueView, 'key' | 'value' | 'from' | 'formula' | 'reason'> & {
  key?: Record<string, string | undefined>
  value?: number | null
  formula?: string
  from: string
  reason: string
}

/** A new value: in the place of one, or of one's own area. The one it is taken from fills the form. */
export function ValueForm({
  rule,
  value,
  onDone,
}: {
  rule: RuleView
  value: ValueView | null
  onDone: () => void
}) {
  const t = useText(messages)
  const options = { invalidates: ['/rules'], success: t('saved'), quiet: true, onDone }
  const add = useWrite(rules.actions.addValue, options)
  const replace = useWrite(rules.actions.replaceValue, options)
  return (
    <EntryForm<Values>
      initial={initialOf(rule, value)}
      onSubmit={(values) => {
        const { op, unit, effect, overrides, from, source, reason } = values
        const number = op === 'formula' ? null : (values.value ?? null)
        const formula = op === 'formula' ? (values.formula ?? null) : null
        const said = {
          op,
          value: number,
          formula,
          unit,
          effect,
          overrides: overrides ?? false,
          from,
          source,
          reason,
        }
        if (value) return replace.mutate({ valueId: value.id, ...said })
        const key = Object.fromEntries(
          Object.entries(values.key ?? {}).flatMap(([name, one]) => (one ? [[name, one]] : [])),
        )
        add.mutate({ ruleId: rule.id, key, jurisdiction: values.jurisdiction, ...said })
      }}
      problem={add.error ?? replace.error}
      busy={add.isPending || replace.isPending}
      submit={t('save')}
      onCancel={onDone}
    >
      <p className="hq-soft">{t(value ? 'replaceNote' : 'stricterNote')}</p>
      {value ? null : <Place rule={rule} />}
      <LimitFields />
      <SourceFields />
      <Field name="reason" label={t('reason')} required>
        <Input.TextArea rows={2} maxLength={1000} />
      </Field>
    </EntryForm>
  )
}

function initialOf(rule: RuleView, value: ValueView | null): Partial<Values> {
  const like = value ?? rule.values[0]
  const from = todayInChina()
  if (value)
    return {
      ...value,
      value: value.value,
      formula: value.formula ?? undefined,
      key: value.key,
      from,
      reason: '',
    }
  return {
    ...{
      op: like?.op ?? 'max',
      unit: like?.unit ?? 'PIECE',
      effect: 'warn',
      overrides: false,
      from,
      reason: '',
    },
    formula: like?.formula ?? undefined,
    jurisdiction: rule.jurisdiction ?? 'CN',
    source: { title: '', docNo: '', article: '', url: '', mark: 'A', checkedOn: from },
  }
}

function Place({ rule }: { rule: RuleView }) {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <>
      <Field name="jurisdiction" label={t('jurisdiction')} required hint={t('jurisdictionHint')}>
        <Input maxLength={60} />
      </Field>
      {rule.dimensions.map(({ name, title, choices }) => (
        <Field key={name} name={['key', name]} label={localised(title)}>
          <Select
            allowClear
            placeholder={t('any')}
            options={choices.map((choice) => ({ value: choice.value, label: localised(choice.title) }))}
          />
        </Field>
      ))}
      <Field name="overrides" label="" valueProp="checked">
        <Checkbox>{t('overrides')}</Checkbox>
      </Field>
    </>
  )
}

function LimitFields() {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <>
      <Field name="op" label={t('op')} required>
        <Radio.Group options={ops.map((one) => ({ value: one, label: localised(opWords[one]) }))} />
      </Field>
      <Field name="value" label={t('limit')}>
        <InputNumber inputMode="decimal" style={{ width: '100%' }} />
      </Field>
      <Field name="formula" label={t('formula')}>
        <Select
          allowClear
          options={Object.entries(formulas).map(([name, { words }]) => ({
            value: name,
            label: localised(words),
          }))}
        />
      </Field>
      <Field name="unit" label={localised({ zh: '单位', en: 'Unit' })} required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={ruleUnits.map((one) => ({ value: one, label: localised(unitWords[one]) }))}
        />
      </Field>
      <Field name="effect" label={t('effect')} required hint={t('markHint')}>
        <Radio.Group
          options={(['block', 'warn', 'info'] as const).map((one) => ({
            value: one,
            label: localised(effectWords[one]),
          }))}
        />
      </Field>
      <Field name="from" label={t('from')} required>
        <DayInput />
      </Field>
    </>
  )
}

function SourceFields() {
  const t = useText(messages)
  return (
    <>
      <Field name={['source', 'title']} label={t('sourceTitle')} required>
        <Input maxLength={200} />
      </Field>
      <Field name={['source', 'docNo']} label={t('docNo')}>
        <Input maxLength={100} />
      </Field>
      <Field name={['source', 'article']} label={t('article')}>
        <Input maxLength={100} />
      </Field>
      <Field name={['source', 'url']} label={t('url')}>
        <Input maxLength={500} />
      </Field>
      <Field name={['source', 'mark']} label={t('mark')} required>
        <Select options={marks.map((one) => ({ value: one, label: t(`mark${one}`) }))} />
      </Field>
      <Field name={['source', 'checkedOn']} label={t('checked')} required>
        <DayInput />
      </Field>
    </>
  )
}
