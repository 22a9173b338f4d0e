import { Input, Select, Switch } from 'antd'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { directory } from '../module.ts'
import { identityKinds } from '../words.ts'
import { emptied } from './emptied.ts'
import { messages } from './messages.ts'
import { RoomPicker, UnitPicker } from './pickers.tsx'
import { useDirectoryWrite } from './use-directory-write.ts'

type NewPerson = InputOf<typeof directory.actions.createPerson>
type PersonView = OutputOf<typeof directory.actions.readPerson>
type Changed = Omit<InputOf<typeof directory.actions.changePerson>, 'personId'>

const usualSkills = ['水电', '空调', '电梯', '门窗', '网络', '土建']

/** What is written about a person, whoever it is. */
function PersonFields({ office }: { office?: { value: string; label: string } }) {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <>
      <Field name="name" label={t('name')} required>
        <Input maxLength={50} />
      </Field>
      <Field name="staffNo" label={t('staffNo')} required>
        <Input maxLength={40} />
      </Field>
      <Field name="identityKind" label={t('identity')} required>
        <Select
          options={Object.entries(identityKinds).map(([value, label]) => ({
            value,
            label: localised(label),
          }))}
        />
      </Field>
      <Field name="rank" label={t('rank')}>
        <Input maxLength={40} />
      </Field>
      <Field name="mobile" label={t('mobile')}>
        <Input maxLength={40} inputMode="tel" />
      </Field>
      <Field name="skills" label={t('skills')} hint={t('skillsHint')}>
        <Select mode="tags" options={usualSkills.map((value) => ({ value, label: value }))} />
      </Field>
      <Field name="origin" label={t('origin')} hint={t('originHint')}>
        <Input maxLength={100} />
      </Field>
      <Field name="education" label={t('education')}>
        <Input maxLength={40} />
      </Field>
      <Field name="roomId" label={t('office')}>
        <RoomPicker chosen={office} />
      </Field>
      <Field name="keyPerson" label={t('keyPerson')} hint={t('keyPersonHint')} valueProp="checked">
        <Switch />
      </Field>
    </>
  )
}

/** A new person, with the unit already chosen when there is one. */
export function NewPersonForm(props: {
  unit?: { value: string; label: string }
  onDone: (personId?: string) => void
}) {
  const t = useText(messages)
  const write = useDirectoryWrite(directory.actions.createPerson, t('saved'), ({ id }) => props.onDone(id))
  return (
    <EntryForm<NewPerson>
      initial={{ identityKind: 'CIVIL_SERVANT', unitId: props.unit?.value, keyPerson: false }}
      onSubmit={(values) => write.mutate({ ...emptied(values), skills: values.skills ?? [] })}
      problem={write.error}
      busy={write.isPending}
      submit={t('addPerson')}
      onCancel={() => props.onDone()}
    >
      <Field name="unitId" label={t('unit')} required>
        <UnitPicker chosen={props.unit} />
      </Field>
      <Field name="title" label={t('title')}>
        <Input maxLength={60} />
      </Field>
      <Field name="joinedOn" label={t('joined')}>
        <DayInput />
      </Field>
      <PersonFields />
    </EntryForm>
  )
}

/** Corrects what is written; unit and title change by a transfer. */
export function ChangePersonForm({ person, onDone }: { person: PersonView; onDone: () => void }) {
  const t = useText(messages)
  const write = useDirectoryWrite(directory.actions.changePerson, t('saved'), onDone)
  const { name, staffNo, identityKind, rank, mobile, skills, origin, education, roomId } = person
  return (
    <EntryForm<Changed>
      initial={{
        ...{ name, staffNo, identityKind, rank, mobile, skills, origin, education, roomId },
        keyPerson: person.keyPerson ?? false,
      }}
      onSubmit={(values) =>
        write.mutate({ ...emptied(values), personId: person.id, skills: values.skills ?? [] })
      }
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onDone}
    >
      <PersonFields
        office={roomId && person.roomLabel ? { value: roomId, label: person.roomLabel } : undefined}
      />
    </EntryForm>
  )
}
