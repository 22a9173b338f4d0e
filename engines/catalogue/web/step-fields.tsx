import { Button, Form, Input, InputNumber, Select } from 'antd'
import { roles } from '#kernel/contract/roles.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { stepRoles } from '../schema.ts'
import { words } from '../words.ts'
import { messages } from './messages.ts'

const newStep = { pledge: 'FINISH', offsetMinutes: 0, level: 1, toRole: 'dispatcher' }

/** Warning and escalation of an item in its form, a row for each step. */
export function StepFields() {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <Section title={t('steps')}>
      <Form.List name="steps">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="ctg-row">
                <Field name={[name, 'pledge']} label={t('pledges')} required>
                  <Select
                    options={Object.entries(words.pledge).map(([value, label]) => ({
                      value,
                      label: localised(label),
                    }))}
                  />
                </Field>
                <Field name={[name, 'offsetMinutes']} label={t('offset')} required>
                  <InputNumber min={-100_000} max={100_000} precision={0} />
                </Field>
                <Field name={[name, 'level']} label={t('levelTitle')} required>
                  <InputNumber min={0} max={5} precision={0} />
                </Field>
                <Field name={[name, 'toRole']} label={t('role')} required>
                  <Select
                    options={stepRoles.map((role) => ({ value: role, label: localised(roles[role]) }))}
                  />
                </Field>
                <Field name={[name, 'name', 'zh']} label={t('stepName')} required>
                  <Input maxLength={60} />
                </Field>
                <Form.Item>
                  <Button onClick={() => remove(name)}>{t('remove')}</Button>
                </Form.Item>
              </div>
            ))}
            <Button onClick={() => add(newStep)}>{t('addStep')}</Button>
          </>
        )}
      </Form.List>
    </Section>
  )
}
