import { Input, Select } from 'antd'
import type { InputOf } from '#kernel/contract/action.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import type { RowOf } from '#kernel/web/use-read.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { directory } from '../module.ts'
import { roomKinds } from '../words.ts'
import { emptied } from './emptied.ts'
import { messages } from './messages.ts'
import { UnitPicker } from './pickers.tsx'
import { useDirectoryWrite } from './use-directory-write.ts'

type Room = RowOf<typeof directory.actions.listRooms>
type RoomValues = Omit<InputOf<typeof directory.actions.createRoom>, 'siteId'>

function RoomFields({ unit }: { unit?: { value: string; label: string } }) {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <>
      <Field name="name" label={t('roomName')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="floor" label={t('floor')} required hint={t('floorHint')}>
        <Input maxLength={20} />
      </Field>
      <Field name="kind" label={t('roomKind')} required>
        <Select
          options={Object.entries(roomKinds).map(([value, label]) => ({ value, label: localised(label) }))}
        />
      </Field>
      <Field name="code" label={t('roomCode')} required>
        <Input maxLength={40} />
      </Field>
      <Field name="unitId" label={t('usedBy')}>
        <UnitPicker chosen={unit} />
      </Field>
    </>
  )
}

export function NewRoomForm(props: { siteId: string; siteCode: string; onDone: () => void }) {
  const t = useText(messages)
  const write = useDirectoryWrite(directory.actions.createRoom, t('saved'), props.onDone)
  return (
    <EntryForm<RoomValues>
      initial={{ kind: 'office', code: `${props.siteCode}-` }}
      onSubmit={(values) => write.mutate({ ...emptied(values), siteId: props.siteId })}
      problem={write.error}
      busy={write.isPending}
      submit={t('addRoom')}
      onCancel={props.onDone}
    >
      <RoomFields />
    </EntryForm>
  )
}

export function ChangeRoomForm({ room, onDone }: { room: Room; onDone: () => void }) {
  const t = useText(messages)
  const write = useDirectoryWrite(directory.actions.changeRoom, t('saved'), onDone)
  const { name, floor, kind, code, unitId, unitName } = room
  return (
    <EntryForm<RoomValues>
      initial={{ name, floor, kind, code, unitId }}
      onSubmit={(values) => write.mutate({ ...emptied(values), roomId: room.id })}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onDone}
    >
      <RoomFields unit={unitId && unitName ? { value: unitId, label: unitName } : undefined} />
    </EntryForm>
  )
}
