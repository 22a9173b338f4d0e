import { Input, InputNumber } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { standards } from '../module.ts'
import { NodeSelect } from './node-select.tsx'
import { treeMessages } from './tree-messages.ts'
import type { NodeDeed } from './tree-page.tsx'

interface Values {
  code: string
  title: string
  titleEn?: string
  parentId: string | null
  position: number
}

/** Writes a node: its name, its place, below what. */
export function NodeForm({ deed, onDone }: { deed: NodeDeed; onDone: () => void }) {
  const t = useText(treeMessages)
  const options = { invalidates: ['/standards'], success: t('saved'), quiet: true, onDone }
  const add = useWrite(standards.actions.addNode, options)
  const change = useWrite(standards.actions.changeNode, options)
  const node = 'node' in deed ? deed.node : null
  const save = (values: Values) => {
    const input = { ...values, parentId: values.parentId ?? null }
    if (node) change.mutate({ nodeId: node.id, ...input })
    else add.mutate(input)
  }
  return (
    <EntryForm<Values>
      initial={initialOf(deed)}
      onSubmit={save}
      problem={add.error ?? change.error}
      busy={add.isPending || change.isPending}
      submit={t('save')}
      onCancel={onDone}
    >
      <Field name="code" label={t('code')} required>
        <Input maxLength={21} />
      </Field>
      <Field name="title" label={t('title')} required>
        <Input maxLength={60} />
      </Field>
      <Field name="titleEn" label={t('titleEn')}>
        <Input maxLength={120} />
      </Field>
      <Field name="parentId" label={t('below')}>
        <NodeSelect none={t('noParent')} />
      </Field>
      <Field name="position" label={t('position')} required>
        <InputNumber min={1} max={999} precision={0} />
      </Field>
    </EntryForm>
  )
}

function initialOf(deed: NodeDeed): Partial<Values> {
  if ('node' in deed) {
    const { code, title, parentId, position } = deed.node
    return { code, title: title.zh, titleEn: title.en === title.zh ? '' : title.en, parentId, position }
  }
  const code = deed.below ? `${deed.below.code}-${String(deed.position).padStart(2, '0')}` : ''
  return { code, parentId: deed.below?.id ?? null, position: deed.position }
}
