import { Button, Form, Input } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import type { FormFinding } from '../form/finding.ts'
import { FindingList } from './finding-list.tsx'
import { formMessages } from './form-messages.ts'
import { LineFields } from './line-fields.tsx'
import { messages } from './messages.ts'
import { SourceFields } from './source-fields.tsx'

/** The clauses of a draft in its form: checklist lines, sources, and what the check of form says of each. */
export function ClauseFields({ findings }: { findings: readonly FormFinding[] }) {
  const t = useText(messages)
  const say = useText(formMessages)
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
              <FindingList findings={findings.filter(({ where }) => where.clause === name)} />
              <LineFields clause={name} />
              <h3 className="std-sub">{say('borrowed')}</h3>
              <SourceFields list={[name, 'borrowed']} at={['clauses', name, 'borrowed']} />
            </Section>
          ))}
          <Button onClick={() => add({ lines: [{ mandatory: true }] })}>{t('addClause')}</Button>
        </>
      )}
    </Form.List>
  )
}
