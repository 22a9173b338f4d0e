import { Input, Select } from 'antd'
import { standards } from '#engines/standards/module.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm, forgetDraft } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { opinionActions } from '../../actions/opinion-actions.ts'

const messages = defineMessages({
  answer: text('怎么答复', 'The answer'),
  hint: text(
    '查到什么、怎么处理。提出人会收到通知并看到。',
    'What was found, what is done. Whoever gave it is told and reads it.',
  ),
  send: text('答复', 'Answer'),
  sent: text('已答复', 'Answered'),
  changed: text('改了什么', 'What was changed'),
  changedHint: text('写明从几时起、哪里不一样了。', 'What is different, and since when.'),
  clause: text('要写进哪一条标准', 'Which clause should say so'),
  clauseHint: text(
    '选了，改进建议会放到这一条旁边，由写标准的人决定。',
    'Chosen, it stands beside that clause as a proposal; whoever writes the standard decides.',
  ),
  adopt: text('采纳', 'Adopt'),
  adopted: text('已采纳', 'Adopted'),
})

const invalidates = ['/fleet/opinions']

export function AnswerForm({ opinionId }: { opinionId: string }) {
  const t = useText(messages)
  const draft = `fleet.opinion.${opinionId}`
  const write = useWrite(opinionActions.answerOpinion, {
    quiet: true,
    invalidates,
    success: t('sent'),
    onDone: () => forgetDraft(draft),
  })
  return (
    <EntryForm<{ answer: string }>
      draft={draft}
      submit={t('send')}
      busy={write.isPending}
      problem={write.error}
      onSubmit={({ answer }) => write.mutate({ opinionId, answer })}
    >
      <Field name="answer" label={t('answer')} required hint={t('hint')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Field>
    </EntryForm>
  )
}

/** Adopted: what is different since, and the clause of the vehicle standard that should say so. */
export function AdoptForm({ opinionId }: { opinionId: string }) {
  const t = useText(messages)
  const localised = useLocalised()
  const clauses = useRead(standards.actions.listClauses, { search: 'CL-' })
  const write = useWrite(opinionActions.adoptOpinion, { quiet: true, invalidates, success: t('adopted') })
  return (
    <EntryForm<{ changed: string; clauseId?: string | null }>
      submit={t('adopt')}
      busy={write.isPending}
      problem={write.error}
      onSubmit={({ changed, clauseId }) =>
        write.mutate({ opinionId, changed, ...(clauseId ? { clauseId } : {}) })
      }
    >
      <Field name="changed" label={t('changed')} required hint={t('changedHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Field>
      <Field name="clauseId" label={t('clause')} hint={t('clauseHint')}>
        <Select
          allowClear
          aria-label={t('clause')}
          loading={clauses.isPending}
          options={(clauses.data?.items ?? []).map(({ id, code, title }) => ({
            value: id,
            label: `${code} ${localised(title)}`,
          }))}
        />
      </Field>
    </EntryForm>
  )
}
