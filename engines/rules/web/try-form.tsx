import { Button, Form, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { InputOf } from '#kernel/contract/action.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { rules } from '../module.ts'
import type { RuleView } from '../schema.ts'
import { unitWords } from '../words.ts'
import { messages } from './messages.ts'
import { VerdictList } from './verdict-list.tsx'

interface Values {
  value?: number | null
  key?: Record<string, string | undefined>
  operand?: Record<string, number | null | undefined>
}

const partsOf = (given: Record<string, string | number | null | undefined> = {}) =>
  Object.entries(given).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [`${name}=${value}`],
  )

/** 试算: a number and what it is about; the answer with its source. Nothing is remembered. */
export function TryForm({ rule }: { rule: RuleView }) {
  const t = useText(messages)
  const localised = useLocalised()
  const [asked, setAsked] = useState<InputOf<typeof rules.actions.tryRule> | null>(null)
  const verdict = useRead(rules.actions.tryRule, asked ?? { ruleId: rule.id, value: 0 }, {
    enabled: asked !== null,
  })
  const unit = rule.unit ? localised(unitWords[rule.unit]) : ''
  return (
    <Section title={t('tryOut')}>
      <p className="hq-soft">{t('tryNote')}</p>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        onFinish={({ value, key, operand }) =>
          setAsked({ ruleId: rule.id, value: value ?? 0, key: partsOf(key), operand: partsOf(operand) })
        }
      >
        <div className="hq-grid">
          {rule.dimensions.map(({ name, title, choices }) => (
            <Form.Item key={name} name={['key', name]} label={localised(title)}>
              <Select
                allowClear
                placeholder={t('any')}
                options={choices.map((choice) => ({ value: choice.value, label: localised(choice.title) }))}
              />
            </Form.Item>
          ))}
          {rule.operands.map(({ name, title }) => (
            <Form.Item key={name} name={['operand', name]} label={localised(title)}>
              <InputNumber inputMode="decimal" style={{ width: '100%' }} />
            </Form.Item>
          ))}
          <Form.Item
            name="value"
            label={t('value', { unit })}
            rules={[{ required: true, message: t('value', { unit }) }]}
          >
            <InputNumber inputMode="decimal" style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <Button htmlType="submit">{t('tryIt')}</Button>
      </Form>
      <div aria-live="polite">
        {verdict.error ? <Problem error={verdict.error} /> : null}
        {asked && verdict.data ? <VerdictList verdicts={[verdict.data]} /> : null}
      </div>
    </Section>
  )
}
