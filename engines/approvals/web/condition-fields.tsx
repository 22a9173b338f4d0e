import { useQuery } from '@tanstack/react-query'
import { Button, Form, InputNumber, Select } from 'antd'
import type { Static } from 'typebox'
import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import type { Condition, SubjectType } from '../schema.ts'
import { comparisons, comparisonsOf } from '../words.ts'

const messages = defineMessages({
  fact: text('看什么', 'What'),
  op: text('怎么比', 'How'),
  value: text('比什么', 'With'),
  missing: text('条件还没有填完', 'The condition is not complete'),
})

type Subject = Static<typeof SubjectType>
type Value = Static<typeof Condition>

/** Conditions in words: 出区距离 超过 50 公里. */
export function ConditionFields({
  subject,
  add: addWord,
  remove: removeWord,
}: {
  subject: Subject
  add: string
  remove: string
}) {
  const t = useText(messages)
  const first = subject.facts[0]
  if (!first) return null
  const fresh = (): Value => startWith(first)
  return (
    <Form.List name="conditions">
      {(fields, { add, remove }) => (
        <div className="hq-stack hq-stack-tight">
          {fields.map(({ key, name }) => (
            <div key={key} className="hq-row">
              <Form.Item
                name={name}
                noStyle
                rules={[
                  {
                    validator: async (_rule, value: Value) => {
                      const there = Array.isArray(value.value)
                        ? value.value.length > 0
                        : Number.isFinite(value.value)
                      if (!there) throw new Error(t('missing'))
                    },
                  },
                ]}
              >
                <ConditionInput subject={subject} />
              </Form.Item>
              <Button onClick={() => remove(name)}>{removeWord}</Button>
            </div>
          ))}
          <div className="hq-row">
            <Button onClick={() => add(fresh())}>{addWord}</Button>
          </div>
        </div>
      )}
    </Form.List>
  )
}

function startWith(fact: Subject['facts'][number]): Value {
  return { fact: fact.name, op: comparisonsOf[fact.kind][0]!, value: fact.kind === 'number' ? 0 : [] }
}

interface ConditionInputProps {
  subject: Subject
  value?: Value
  onChange?: (value: Value) => void
}

function ConditionInput({ subject, value, onChange }: ConditionInputProps) {
  const t = useText(messages)
  const say = useLocalised()
  const fact = subject.facts.find(({ name }) => name === value?.fact) ?? subject.facts[0]!
  const now = value ?? startWith(fact)
  const units = useQuery({
    queryKey: ['choices', 'directory.units', 'all'],
    queryFn: async () => (await call(directory.actions.listUnits, { limit: 200 })).items,
    enabled: fact.kind === 'unit',
  })
  const choices =
    fact.kind === 'unit'
      ? (units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
      : fact.words.map((word) => ({ value: word.value, label: say(word.title) }))
  return (
    <span className="hq-row">
      <Select
        aria-label={t('fact')}
        value={fact.name}
        options={subject.facts.map(({ name, title }) => ({ value: name, label: say(title) }))}
        onChange={(name: string) => onChange?.(startWith(subject.facts.find((one) => one.name === name)!))}
      />
      <Select
        aria-label={t('op')}
        value={now.op}
        options={comparisonsOf[fact.kind].map((op) => ({ value: op, label: say(comparisons[op]) }))}
        onChange={(op: Value['op']) => onChange?.({ ...now, op })}
      />
      {fact.kind === 'number' ? (
        <InputNumber
          aria-label={t('value')}
          value={typeof now.value === 'number' ? now.value : null}
          suffix={fact.unit ? say(fact.unit) : undefined}
          onChange={(number) => onChange?.({ ...now, value: number ?? Number.NaN })}
        />
      ) : (
        <Select
          mode="multiple"
          aria-label={t('value')}
          optionFilterProp="label"
          className="route-values"
          value={Array.isArray(now.value) ? now.value : []}
          options={choices}
          onChange={(chosen: string[]) => onChange?.({ ...now, value: chosen })}
        />
      )}
    </span>
  )
}
