import { Button, Form, Input } from 'antd'
import { useDeferredValue } from 'react'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { checkForm } from '../form/check-form.ts'
import type { FormFinding } from '../form/finding.ts'
import { templateParts } from '../form/template-parts.ts'
import { standards } from '../module.ts'
import { ClauseFields } from './clause-fields.tsx'
import { type Draft, formVersionOf, mendDraft } from './draft-values.ts'
import { FindingList } from './finding-list.tsx'
import { formMessages } from './form-messages.ts'
import { SourceFields } from './source-fields.tsx'

type Values = Draft & { code?: string; title?: string }
const mechanical = new Set(['half-width', 'unit-parted', 'unit-broken'])

/** Everything a version says, with the check of form beside it while it is written. `head` is the standard's, once it has one. */
export function DraftFields({
  documentId,
  head,
}: {
  documentId?: string
  head?: { code: string; title: string }
}) {
  const t = useText(formMessages)
  const localised = useLocalised()
  const form = Form.useFormInstance<Values>()
  const context = useRead(standards.actions.readFormContext, { documentId })
  const watched: Partial<Values> | undefined = Form.useWatch([], form)
  // Nothing is watched before the fields have come; what the form begins with is there already.
  const values = useDeferredValue(watched?.clauses ? watched : form.getFieldsValue(true))
  const title = head ?? { code: values.code ?? '', title: values.title ?? '' }
  const findings = checkForm(formVersionOf(values, title), context.data)
  const ofPart = (part: string | null) =>
    findings.filter(({ where }) => where.clause === null && where.part === part)
  return (
    <>
      <CheckSummary
        findings={findings}
        onMend={() => form.setFieldsValue(mendDraft(form.getFieldsValue(true)))}
      />
      <Section title={t('parts')}>
        {templateParts.map(({ part, title: name, hint, required }) => (
          <div key={part}>
            <Field
              name={['parts', part, 'body']}
              label={localised(name)}
              required={required}
              hint={localised(hint)}
            >
              <Input.TextArea autoSize={{ minRows: 1 }} maxLength={2000} />
            </Field>
            <Form.Item name={['parts', part, 'bodyEn']} hidden>
              <Input />
            </Form.Item>
            <FindingList findings={ofPart(part)} />
          </div>
        ))}
        <h3 className="std-sub">{t('wholeBorrowed')}</h3>
        <SourceFields list={['borrowed']} at={['borrowed']} />
      </Section>
      <ClauseFields findings={findings} />
    </>
  )
}

function CheckSummary({ findings, onMend }: { findings: readonly FormFinding[]; onMend: () => void }) {
  const t = useText(formMessages)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const advice = findings.length - errors
  const words =
    errors > 0 ? t('counts', { errors, advice }) : advice > 0 ? t('adviceOnly', { advice }) : t('clean')
  return (
    <Section
      title={t('check')}
      extra={
        findings.some(({ rule }) => mechanical.has(rule)) ? (
          <Button onClick={onMend}>{t('mend')}</Button>
        ) : null
      }
    >
      <p role="status">{words}</p>
      <FindingList findings={findings.filter(({ where }) => where.clause === null && where.part === null)} />
    </Section>
  )
}
