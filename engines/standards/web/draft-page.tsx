import { Input } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import { useGo, useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { standards } from '../module.ts'
import { DraftFields } from './draft-fields.tsx'
import { type Draft, draftFrom, inputOf } from './draft-values.ts'
import { messages } from './messages.ts'

/** Writes the draft of a standard: the one there is, or a new one that begins from the version in force. */
export default function DraftPage() {
  const t = useText(messages)
  const go = useGo()
  const documentId = useParam('documentId')
  const document = useRead(standards.actions.readDocument, { documentId })
  const draft = document.data?.versions.find((one) => one.can.change)
  const source = useRead(
    standards.actions.readDocument,
    { documentId, versionId: draft?.id },
    { enabled: document.data !== undefined, keep: false },
  )
  const options = {
    invalidates: ['/standards'],
    success: t('saved'),
    quiet: true,
    onDone: () => go(`/standards/${documentId}`),
  }
  const begin = useWrite(standards.actions.draftVersion, options)
  const change = useWrite(standards.actions.changeDraft, options)
  const error = document.error ?? source.error
  if (error) return <Problem error={error} />
  if (!document.data || !source.data) return <Loading />
  const save = (values: Draft) => {
    if (draft) change.mutate({ versionId: draft.id, ...inputOf(values) })
    else begin.mutate({ documentId, ...inputOf(values) })
  }
  return (
    <Page
      title={t(draft ? 'changeDraft' : 'draft')}
      trail={[
        { title: t('title'), to: '/standards' },
        { title: document.data.title, to: `/standards/${documentId}` },
      ]}
    >
      <EntryForm<Draft>
        key={draft?.id ?? 'new'}
        initial={draftFrom(source.data, draft !== undefined)}
        onSubmit={save}
        problem={begin.error ?? change.error}
        busy={begin.isPending || change.isPending}
        submit={t('save')}
        onCancel={() => go(`/standards/${documentId}`)}
      >
        <div className="hq-stack">
          <Section>
            <Field name="source" label={t('source')} required>
              <Input maxLength={300} />
            </Field>
            <Field name="changeNote" label={t('changeNote')}>
              <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
            </Field>
          </Section>
          <DraftFields
            documentId={documentId}
            head={{ code: document.data.code, title: document.data.title.zh }}
          />
        </div>
      </EntryForm>
    </Page>
  )
}
