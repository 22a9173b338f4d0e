import { Button, Checkbox, Form, Input, InputNumber } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import { Field } from '#ui/field.tsx'
import { messages } from './messages.ts'
import './standards.css'

/** The checklist lines of one clause in the draft's form. */
export function LineFields({ clause }: { clause: number }) {
  const t = useText(messages)
  return (
    <Form.List name={[clause, 'lines']}>
      {(lines, { add, remove }) => (
        <>
          {lines.map(({ key, name }) => (
            <div key={key} className="std-line">
              <Field name={[name, 'text']} label={t('lineText')} required>
                <Input maxLength={200} />
              </Field>
              {(['mandatory', 'needsPhoto', 'allowsNa'] as const).map((flag) => (
                <Form.Item key={flag} name={[name, flag]} valuePropName="checked">
                  <Checkbox>
                    {t(flag === 'mandatory' ? 'mandatory' : flag === 'needsPhoto' ? 'photo' : 'na')}
                  </Checkbox>
                </Form.Item>
              ))}
              <Form.Item name={[name, 'min']} label="≥">
                <InputNumber aria-label="≥" />
              </Form.Item>
              <Form.Item name={[name, 'max']} label="≤">
                <InputNumber aria-label="≤" />
              </Form.Item>
              <Form.Item name={[name, 'unit']} label={t('unit')}>
                <Input maxLength={20} />
              </Form.Item>
              <Form.Item>
                <Button onClick={() => remove(name)}>{t('remove')}</Button>
              </Form.Item>
            </div>
          ))}
          <Button onClick={() => add({ mandatory: true })}>{t('addLine')}</Button>
        </>
      )}
    </Form.List>
  )
}
