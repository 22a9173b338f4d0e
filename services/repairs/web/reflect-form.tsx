import { Input, Select } from 'antd'
import { useState } from 'react'
import { useOrderWrite } from '#engines/orders/web/use-order-write.ts'
import { standards } from '#engines/standards/module.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { EntryForm, forgetDraft } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { repairs } from '../module.ts'
import type { RepairDetail } from '../schema.ts'

const messages = defineMessages({
  note: text('学到什么', 'What was learnt'),
  clause: text('要改哪一条标准（可不选）', 'Which clause should change (optional)'),
  proposal: text('改成怎样', 'How it should read'),
  save: text('记下', 'Save'),
  saved: text('已记下', 'Saved'),
})

interface Values {
  note: string
  clauseId?: string
  proposal?: string
}

/** One note; with a clause chosen, what it should say instead goes to whoever writes the standard. */
export function ReflectForm({ repair, onDone }: { repair: RepairDetail; onDone: () => void }) {
  const t = useText(messages)
  const say = useLocalised()
  const [chosen, setChosen] = useState(false)
  const clauses = useRead(standards.actions.listClauses, {})
  const draft = `reflect.${repair.id}`
  const own = new Set(repair.checklist.lines.map(({ line }) => line.clauseCode))
  // The clauses this repair was done to come first; any other may be the one that is missing a word.
  const options = [...(clauses.data?.items ?? [])]
    .sort((one, other) => Number(own.has(other.code)) - Number(own.has(one.code)))
    .map(({ id, code, title }) => ({ value: id, label: `${code} ${say(title)}` }))
  const reflect = useOrderWrite(repairs.actions.reflect, {
    success: t('saved'),
    quiet: true,
    onDone: () => {
      forgetDraft(draft)
      onDone()
    },
  })
  return (
    <EntryForm<Values>
      submit={t('save')}
      busy={reflect.isPending}
      problem={reflect.error}
      draft={draft}
      onCancel={onDone}
      onChange={({ clauseId }) => setChosen(Boolean(clauseId))}
      onSubmit={({ note, clauseId, proposal }) =>
        reflect.mutate({
          orderId: repair.id,
          note,
          ...(clauseId ? { clauseId } : {}),
          ...(clauseId && proposal ? { proposal } : {}),
        })
      }
    >
      <Field name="note" label={t('note')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Field>
      <Field name="clauseId" label={t('clause')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          loading={clauses.isPending}
        />
      </Field>
      {chosen ? (
        <Field name="proposal" label={t('proposal')} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
        </Field>
      ) : null}
    </EntryForm>
  )
}
