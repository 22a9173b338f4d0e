import { Button, Form, Input } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { LineFields } from './line-fields.tsx'
import { messages } from './messages.ts'

/** The clauses of a draft in its form, each with its checklist lines. */
export function ClauseFields() {
  const t = useText(messages)
  return (
    <Form.List name="clauses">
      {(clauses, { add, remove }) => (
        <>
          {clauses.map(({ key, name }) => (
            <Section
              key={key}
              title={`${t('clause')} ${name + 1}`}
              extra={<Button onClick={() => remove(name)}>{t('remove')}</Button>}
            >
              <div className="std-two">
                <Field name={[name, 'code']} label={t('code')} required>
                  <Input maxLength={41} />
                </Field>
                <Field name={[name, 'title']} label={t('clauseTitle')} required>
                  <Input maxLength={100} />
                </Field>
              </div>
              <Field name={[name, 'body']} label={t('body')} required>
                <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
              </Field>
              <LineFields clause={name} />
            </Section>
          ))}
          <Button onClick={() => add({ lines: [{ mandatory: true }] })}>{t('addClause')}</Button>
        </>
      )}
    </Form.List>
  )
}
