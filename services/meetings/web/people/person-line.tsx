import { Button, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Problem } from '#ui/problem.tsx'
import type { ParticipantRow } from '../../attendance-schema.ts'
import { type Mark, marks } from '../../attendance-words.ts'
import { meetings } from '../../module.ts'
import { PersonDialog } from './person-dialog.tsx'

const messages = defineMessages({
  open: text('未登记', 'Open'),
  mark: text('{name} 的到会情况', 'Whether {name} came'),
  instead: text('代会', 'Stand-in'),
  insteadOf: text('谁代 {name} 来的？', 'Who came for {name}?'),
  by: text('由 {name} 代', '{name} stood in'),
  door: text('扫码', 'by code'),
  name: text('姓名', 'Name'),
  unit: text('单位', 'Unit'),
  save: text('保存', 'Save'),
  close: text('关闭', 'Close'),
  remove: text('移出', 'Remove'),
  change: text('修改', 'Change'),
  changeOf: text('修改 {name}', 'Change {name}'),
  host: text('主方', 'Host'),
  guest: text('客方', 'Guest'),
})

interface PersonLineProps {
  meetingId: string
  person: ParticipantRow
  /** From 1. */
  place: number
  can: Readonly<Record<string, boolean>>
}

/** One participant with a tap for each of: came, late, absent; who came instead; off the list. */
export function PersonLine({ meetingId, person, place, can }: PersonLineProps) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const [changing, setChanging] = useState(false)
  const mark = useWrite(meetings.actions.markAttendance, { invalidates: ['/meetings'] })
  const remove = useWrite(meetings.actions.removeParticipant, { invalidates: ['/meetings'] })
  const { substitute } = person
  const about = [
    person.unit,
    person.rank,
    person.party === null ? '' : t(person.party === 'HOST' ? 'host' : 'guest'),
    person.arrivedAt ? `${format.time(person.arrivedAt)}${person.way === 'DOOR' ? ` ${t('door')}` : ''}` : '',
    substitute ? t('by', { name: substitute.name }) : '',
  ]
  return (
    <li className="people-row">
      <span className="people-name">
        <strong>{person.name}</strong>
        <small className="hq-soft">{about.filter(Boolean).join(' · ')}</small>
      </span>
      {can.mark ? (
        <Segmented<Mark | ''>
          aria-label={t('mark', { name: person.name })}
          value={person.mark ?? ''}
          options={[
            { value: '', label: t('open') },
            ...(Object.keys(marks) as Mark[]).map((value) => ({ value, label: say(marks[value]) })),
          ]}
          onChange={(next) =>
            mark.mutate({ meetingId, participantIds: [person.id], mark: next === '' ? null : next })
          }
        />
      ) : (
        <span>{person.mark ? say(marks[person.mark]) : t('open')}</span>
      )}
      <span className="hq-row">
        {can.mark ? (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('instead')}
          </Button>
        ) : null}
        {can.change ? (
          <Button
            size="small"
            aria-label={t('changeOf', { name: person.name })}
            onClick={() => setChanging(true)}
          >
            {t('change')}
          </Button>
        ) : null}
        {can.change && person.arrivedAt === null ? (
          <Button
            size="small"
            type="text"
            onClick={() => remove.mutate({ meetingId, participantId: person.id })}
          >
            {t('remove')}
          </Button>
        ) : null}
      </span>
      {changing ? (
        <PersonDialog
          meetingId={meetingId}
          person={person}
          place={place}
          onClose={() => setChanging(false)}
        />
      ) : null}
      {asking ? (
        <SubstituteDialog meetingId={meetingId} person={person} onClose={() => setAsking(false)} />
      ) : null}
    </li>
  )
}

function SubstituteDialog({
  meetingId,
  person,
  onClose,
}: {
  meetingId: string
  person: ParticipantRow
  onClose: () => void
}) {
  const t = useText(messages)
  const [name, setName] = useState(person.substitute?.name ?? '')
  const [unit, setUnit] = useState(person.substitute?.unit ?? person.unit)
  const mark = useWrite(meetings.actions.markAttendance, {
    quiet: true,
    invalidates: ['/meetings'],
    onDone: onClose,
  })
  const save = () =>
    mark.mutate({
      meetingId,
      participantIds: [person.id],
      mark: person.mark === 'LATE' ? 'LATE' : 'PRESENT',
      substitute: name.trim() ? { name: name.trim(), unit: unit.trim() } : null,
    })
  return (
    <Modal
      open
      title={t('insteadOf', { name: person.name })}
      okText={t('save')}
      cancelText={t('close')}
      okButtonProps={{ loading: mark.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="hq-stack">
        <Input
          aria-label={t('name')}
          placeholder={t('name')}
          autoFocus
          maxLength={60}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Input
          aria-label={t('unit')}
          placeholder={t('unit')}
          maxLength={100}
          value={unit}
          onChange={({ target }) => setUnit(target.value)}
        />
        {mark.error ? <Problem error={mark.error} /> : null}
      </div>
    </Modal>
  )
}
