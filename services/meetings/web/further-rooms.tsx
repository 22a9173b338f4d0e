import { Button, Select } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { meetings } from '../module.ts'
import { type RoomUse, roomUses } from '../words.ts'

const messages = defineMessages({
  add: text('再加一间（分会场、休息室）', 'One more room (overflow, lounge)'),
  title: text('另外的会议室', 'Further rooms'),
  room: text('另一间会议室', 'Further room'),
  choose: text('选一间空闲的', 'Choose a free one'),
  use: text('用作', 'Used as'),
  remove: text('不要这间', 'Without it'),
  seats: text('{n} 座', '{n} seats'),
})

/** A room besides the main one; null while none is chosen. */
export interface ChosenRoom {
  key: number
  roomId: string | null
  use: RoomUse
}
const most = 5

interface FurtherRoomsProps {
  from: string
  to: string
  /** The main room, which is not offered again. */
  mainId: string | null
  value: ChosenRoom[]
  onChange: (next: ChosenRoom[]) => void
}

/** Further rooms of the same meeting, held with the main one, all or none. */
export function FurtherRooms({ from, to, mainId, value, onChange }: FurtherRoomsProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const free = useRead(meetings.actions.findFreeRooms, { from, to }, { enabled: value.length > 0 })
  const change = (key: number, part: Partial<ChosenRoom>) =>
    onChange(value.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const add = () =>
    onChange([
      ...value,
      { key: Math.max(0, ...value.map(({ key }) => key)) + 1, roomId: null, use: 'BRANCH' },
    ])
  const optionsFor = (own: string | null) => {
    const taken = new Set([mainId, ...value.map(({ roomId }) => roomId)])
    return (free.data?.items ?? [])
      .filter(({ id }) => id === own || !taken.has(id))
      .map(({ id, name, capacity }) => ({ value: id, label: `${name} · ${t('seats', { n: capacity })}` }))
  }
  return (
    <fieldset className="hq-stack hq-stack-tight" aria-label={t('title')}>
      {value.map(({ key, roomId, use }) => (
        <div key={key} className="further-room">
          {/* A box of its own: while it is open the choice puts words for readers beside itself. */}
          <div className="further-room-which">
            <Select
              aria-label={t('room')}
              placeholder={t('choose')}
              value={roomId}
              loading={free.isFetching}
              onChange={(next: string) => change(key, { roomId: next })}
              options={optionsFor(roomId)}
            />
          </div>
          <div>
            <Select
              aria-label={t('use')}
              value={use}
              onChange={(next: RoomUse) => change(key, { use: next })}
              options={(Object.keys(roomUses) as RoomUse[]).map((one) => ({
                value: one,
                label: localised(roomUses[one]),
              }))}
            />
          </div>
          <Button type="text" onClick={() => onChange(value.filter((one) => one.key !== key))}>
            {t('remove')}
          </Button>
        </div>
      ))}
      {value.length < most ? (
        <div>
          <Button onClick={add}>{t('add')}</Button>
        </div>
      ) : null}
    </fieldset>
  )
}

/** Those that were chosen, as the booking takes them. */
export const chosenRooms = (value: readonly ChosenRoom[]) =>
  value.flatMap(({ roomId, use }) => (roomId ? [{ roomId, use }] : []))
