import { Input, Segmented } from 'antd'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { directory } from '../module.ts'
import { unitKinds } from '../words.ts'
import { emptied } from './emptied.ts'
import { messages } from './messages.ts'
import { UnitPicker } from './pickers.tsx'
import { useDirectoryWrite } from './use-directory-write.ts'

type Unit = OutputOf<typeof directory.actions.readUnit>
type UnitValues = InputOf<typeof directory.actions.createUnit>

function UnitFields({ parent }: { parent?: { value: string; label: string } }) {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <>
      <Field name="name" label={t('unitName')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="code" label={t('unitCode')} required>
        <Input maxLength={40} />
      </Field>
      <Field name="kind" label={t('kind')} required>
        <Segmented
          options={Object.entries(unitKinds).map(([value, label]) => ({ value, label: localised(label) }))}
        />
      </Field>
      <Field name="parentId" label={t('parent')}>
        <UnitPicker chosen={parent} />
      </Field>
      <Field name="shortName" label={t('shortName')}>
        <Input maxLength={40} />
      </Field>
      <Field name="level" label={t('level')}>
        <Input maxLength={40} />
      </Field>
    </>
  )
}

export function NewUnitForm({ onDone }: { onDone: (unitId?: string) => void }) {
  const t = useText(messages)
  const write = useDirectoryWrite(directory.actions.createUnit, t('saved'), ({ id }) => onDone(id))
  return (
    <EntryForm<UnitValues>
      initial={{ kind: 'client' }}
      onSubmit={(values) => write.mutate(emptied(values))}
      problem={write.error}
      busy={write.isPending}
      submit={t('addUnit')}
      onCancel={() => onDone()}
    >
      <UnitFields />
    </EntryForm>
  )
}

export function ChangeUnitForm({ unit, onDone }: { unit: Unit; onDone: () => void }) {
  const t = useText(messages)
  const write = useDirectoryWrite(directory.actions.changeUnit, t('saved'), onDone)
  const { name, code, kind, parentId, parentName, shortName, level } = unit
  return (
    <EntryForm<UnitValues>
      initial={{ name, code, kind, parentId, shortName, level }}
      onSubmit={(values) => write.mutate({ ...emptied(values), unitId: unit.id })}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onDone}
    >
      <UnitFields parent={parentId && parentName ? { value: parentId, label: parentName } : undefined} />
    </EntryForm>
  )
}
