import { Button, Form, InputNumber, Select } from 'antd'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { words } from '../words.ts'
import { messages } from './messages.ts'

const urgentPledge = {
  urgency: 'URGENT',
  respondMinutes: 15,
  finishMinutes: 240,
  calendar: 'round-the-clock',
}

/** The pledges of an item in its form: one for each urgency. */
export function PledgeFields({ calendars }: { calendars: { value: string; label: string }[] }) {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <Section title={t('pledges')}>
      <Form.List name="pledges">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="ctg-row">
                <Field name={[name, 'urgency']} label={t('urgency')} required>
                  <Select
                    options={Object.entries(words.urgency).map(([value, label]) => ({
                      value,
                      label: localised(label),
                    }))}
                  />
                </Field>
                <Field name={[name, 'respondMinutes']} label={t('respondMinutes')} required>
                  <InputNumber min={1} max={100_000} precision={0} />
                </Field>
                <Field name={[name, 'finishMinutes']} label={t('finishMinutes')} required>
                  <InputNumber min={1} max={500_000} precision={0} />
                </Field>
                <Field name={[name, 'calendar']} label={t('calendar')} required>
                  <Select options={calendars} />
                </Field>
                {rows.length > 1 ? (
                  <Form.Item>
                    <Button onClick={() => remove(name)}>{t('remove')}</Button>
                  </Form.Item>
                ) : null}
              </div>
            ))}
            {rows.length < 2 ? <Button onClick={() => add(urgentPledge)}>{t('addPledge')}</Button> : null}
          </>
        )}
      </Form.List>
    </Section>
  )
}
