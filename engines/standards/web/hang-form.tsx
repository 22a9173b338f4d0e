import { useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { standards } from '../module.ts'
import { NodeSelect } from './node-select.tsx'
import { treeMessages } from './tree-messages.ts'

interface HangFormProps {
  documentId: string
  nodeId: string
  onDone: () => void
}

/** Hangs a standard on another node of the system. */
export function HangForm({ documentId, nodeId, onDone }: HangFormProps) {
  const t = useText(treeMessages)
  const hang = useWrite(standards.actions.hangDocument, {
    invalidates: ['/standards'],
    success: t('saved'),
    quiet: true,
    onDone,
  })
  return (
    <EntryForm<{ nodeId: string }>
      initial={{ nodeId }}
      onSubmit={(values) => hang.mutate({ documentId, nodeId: values.nodeId })}
      problem={hang.error}
      busy={hang.isPending}
      submit={t('save')}
      onCancel={onDone}
    >
      <Field name="nodeId" label={t('node')} required>
        <NodeSelect />
      </Field>
    </EntryForm>
  )
}
