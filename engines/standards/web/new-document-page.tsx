import { Input } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import { useGo, useSearch } from '#kernel/web/navigate.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { standards } from '../module.ts'
import { DraftFields } from './draft-fields.tsx'
import { type Draft, inputOf } from './draft-values.ts'
import { messages } from './messages.ts'
import { NodeSelect } from './node-select.tsx'

type Values = Draft & { code: string; title: string; nodeId: string }

/** A new standard; its first version is a draft until it is issued. */
export default function NewDocumentPage() {
  const t = useText(messages)
  const go = useGo()
  const [search] = useSearch()
  const asked = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined)
  const create = useWrite(standards.actions.createDocument, {
    invalidates: ['/standards'],
    success: t('saved'),
    quiet: true,
    onDone: ({ id }) => go(`/standards/${id}`),
  })
  return (
    <Page title={t('create')} trail={[{ title: t('title'), to: '/standards' }]}>
      <EntryForm<Values>
        initial={{
          title: asked('title') ?? '',
          nodeId: asked('node'),
          clauses: [{ code: '', title: '', body: '', lines: [{ text: '', mandatory: true }] }],
        }}
        onSubmit={(values) =>
          create.mutate({
            code: values.code,
            title: values.title,
            nodeId: values.nodeId,
            plannedId: asked('planned'),
            ...inputOf(values),
          })
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
            <Field name="nodeId" label={t('node')} required>
              <NodeSelect />
            </Field>
            <Field name="source" label={t('source')} required>
              <Input maxLength={300} />
            </Field>
          </Section>
          <DraftFields />
        </div>
      </EntryForm>
    </Page>
  )
}
