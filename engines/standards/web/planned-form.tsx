import { Input, Radio } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { standards } from '../module.ts'
import { NodeSelect } from './node-select.tsx'
import type { Planned } from './planned-page.tsx'
import { treeMessages } from './tree-messages.ts'

interface Values {
  title: string
  nodeId: string
  urgency: number
  ease: number
  level: number
  reason?: string
}

const grades = [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))

/** Puts a standard on the list to be written, or changes how soon it is due. */
export function PlannedForm({ row, onDone }: { row: Planned | null; onDone: () => void }) {
  const t = useText(treeMessages)
  const options = { invalidates: ['/standards'], success: t('saved'), quiet: true, onDone }
  const add = useWrite(standards.actions.addPlanned, options)
  const change = useWrite(standards.actions.changePlanned, options)
  return (
    <EntryForm<Values>
      initial={row ? { ...row, nodeId: row.node.id } : { urgency: 3, ease: 3, level: 3 }}
      onSubmit={({ title, nodeId, urgency, ease, level, reason }) => {
        const input = { title, nodeId, urgency, ease, level, reason }
        if (row) change.mutate({ plannedId: row.id, ...input })
        else add.mutate(input)
      }}
      problem={add.error ?? change.error}
      busy={add.isPending || change.isPending}
      submit={t('save')}
      onCancel={onDone}
    >
      <Field name="title" label={t('title')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="nodeId" label={t('node')} required>
        <NodeSelect />
      </Field>
      {(['urgency', 'ease', 'level'] as const).map((name) => (
        <Field key={name} name={name} label={t(name)} required>
          <Radio.Group options={grades} optionType="button" />
        </Field>
      ))}
      <Field name="reason" label={t('reason')}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Field>
    </EntryForm>
  )
}

/** Takes it off the list; the reason stays. */
export function DropForm({ row, onDone }: { row: Planned; onDone: () => void }) {
  const t = useText(treeMessages)
  const drop = useWrite(standards.actions.dropPlanned, {
    invalidates: ['/standards'],
    success: t('saved'),
    quiet: true,
    onDone,
  })
  return (
    <EntryForm<{ reason: string }>
      onSubmit={({ reason }) => drop.mutate({ plannedId: row.id, reason })}
      problem={drop.error}
      busy={drop.isPending}
      submit={t('drop')}
      onCancel={onDone}
      danger
    >
      <Field name="reason" label={t('dropWhy')} required>
        <Input.TextArea rows={3} maxLength={1000} />
      </Field>
    </EntryForm>
  )
}
