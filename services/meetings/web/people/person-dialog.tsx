import { AutoComplete, Input, InputNumber, Modal, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Problem } from '#ui/problem.tsx'
import type { ParticipantRow } from '../../attendance-schema.ts'
import { meetings } from '../../module.ts'
import { protocolRanks } from '../../seats-words.ts'

const messages = defineMessages({
  title: text('修改 {name}', 'Change {name}'),
  name: text('姓名', 'Name'),
  unit: text('单位', 'Unit'),
  rank: text('职级', 'Rank'),
  rankNote: text(
    '排座次先看职级，同级按名单顺序。',
    'Seats go by rank first, then by the order of the list.',
  ),
  place: text('名单上第几位', 'Place on the list'),
  party: text('主方或客方', 'Host or guest'),
  partyNote: text(
    '有客方时，相对而坐的座次把主客分在两边。',
    'Where there are guests, seats that face each other part hosts and guests.',
  ),
  none: text('不分', 'Neither'),
  host: text('主方', 'Host'),
  guest: text('客方', 'Guest'),
  save: text('保存', 'Save'),
  close: text('关闭', 'Close'),
})

interface PersonDialogProps {
  meetingId: string
  person: ParticipantRow
  /** The place on the list now, from 1. */
  place: number
  onClose: () => void
}

/** What seats go by: rank, place on the list, host or guest; the name and unit of a guest besides. */
export function PersonDialog({ meetingId, person, place, onClose }: PersonDialogProps) {
  const t = useText(messages)
  const [draft, setDraft] = useState({
    name: person.name,
    unit: person.unit,
    rank: person.rank ?? '',
    party: person.party ?? ('' as const),
    order: place,
  })
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const change = useWrite(meetings.actions.changeParticipant, {
    quiet: true,
    invalidates: ['/meetings'],
    onDone: onClose,
  })
  const save = () =>
    change.mutate({
      meetingId,
      participantId: person.id,
      rank: draft.rank.trim() || null,
      party: draft.party || null,
      ...(draft.order === place ? {} : { order: draft.order }),
      ...(person.personId === null ? { name: draft.name.trim(), unit: draft.unit.trim() } : {}),
    })
  return (
    <Modal
      open
      title={t('title', { name: person.name })}
      okText={t('save')}
      cancelText={t('close')}
      okButtonProps={{ loading: change.isPending, disabled: !draft.name.trim() }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="hq-stack">
        {person.personId === null ? (
          <>
            <Labelled label={t('name')}>
              <Input
                aria-label={t('name')}
                maxLength={60}
                value={draft.name}
                onChange={({ target }) => set({ name: target.value })}
              />
            </Labelled>
            <Labelled label={t('unit')}>
              <Input
                aria-label={t('unit')}
                maxLength={100}
                value={draft.unit}
                onChange={({ target }) => set({ unit: target.value })}
              />
            </Labelled>
          </>
        ) : null}
        <Labelled label={t('rank')} note={t('rankNote')}>
          <AutoComplete
            aria-label={t('rank')}
            value={draft.rank}
            onChange={(rank: string) => set({ rank: rank.slice(0, 60) })}
            options={protocolRanks.map((value) => ({ value }))}
          />
        </Labelled>
        <Labelled label={t('place')}>
          <InputNumber
            aria-label={t('place')}
            min={1}
            max={100_000}
            precision={0}
            value={draft.order}
            onChange={(order) => order && set({ order })}
          />
        </Labelled>
        <Labelled label={t('party')} note={t('partyNote')}>
          <Segmented<'' | 'HOST' | 'GUEST'>
            aria-label={t('party')}
            value={draft.party}
            onChange={(party) => set({ party })}
            options={[
              { value: '', label: t('none') },
              { value: 'HOST', label: t('host') },
              { value: 'GUEST', label: t('guest') },
            ]}
          />
        </Labelled>
        {change.error ? <Problem error={change.error} /> : null}
      </div>
    </Modal>
  )
}

function Labelled({ label, note, children }: { label: string; note?: string; children: ReactNode }) {
  return (
    <div className="people-field">
      <span>{label}</span>
      {children}
      {note ? <small className="hq-faint">{note}</small> : null}
    </div>
  )
}
