import { Input, Radio } from 'antd'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { standards } from '../module.ts'
import { families } from '../schema.ts'
import { familyWords } from '../words.ts'
import { ClauseFields } from './clause-fields.tsx'
import { type Draft, inputOf } from './draft-values.ts'
import { messages } from './messages.ts'

type Values = Draft & { code: string; title: string; family: (typeof families)[number] }

/** A new standard; its first version is a draft until it is issued. */
export default function NewDocumentPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const go = useGo()
  const create = useWrite(standards.actions.createDocument, {
    invalidates: ['/standards'],
    success: t('saved'),
    quiet: true,
    onDone: ({ id }) => go(`/standards/${id}`),
  })
  return (
    <Page title={t('create')} trail={[{ title: t('title'), to: '/standards' }]}>
      <EntryForm<Values>
        initial={{ family: 'SERVICE_PROVISION', clauses: [{ code: '', title: '', body: '', lines: [] }] }}
        onSubmit={(values) =>
          create.mutate({ code: values.code, title: values.title, family: values.family, ...inputOf(values) })
        }
        problem={create.error}
        busy={create.isPending}
        submit={t('save')}
        onCancel={() => go('/standards')}
      >
        <div className="hq-stack">
          <Section>
            <Field name="code" label={t('code')} required>
              <Input maxLength={61} placeholder="HQ/WX-002" />
            </Field>
            <Field name="title" label={t('name')} required>
              <Input maxLength={100} />
            </Field>
            <Field name="family" label={t('family')} required>
              <Radio.Group
                options={families.map((value) => ({ value, label: localised(familyWords[value]) }))}
              />
            </Field>
            <Field name="source" label={t('source')} required>
              <Input maxLength={300} />
            </Field>
          </Section>
          <ClauseFields />
        </div>
      </EntryForm>
    </Page>
  )
}
