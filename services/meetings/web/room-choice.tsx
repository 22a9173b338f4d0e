import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { photoOf } from '#kernel/web/files.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { meetings } from '../module.ts'
import type { RoomRow } from '../schema.ts'
import type { Layout } from '../words.ts'
import { anyRoom, inputOf, NarrowRooms, type WantedRoom } from './narrow-rooms.tsx'

const messages = defineMessages({
  seats: text('{n} 座', '{n} seats'),
  usual: text('上次用的', 'Last time'),
  none: text('这段时间没有合适的空闲会议室', 'No free room fits at this time'),
  next: text('换个时间、减少人数或放宽条件再看。', 'Try another time, fewer persons or a wider choice.'),
  more: text('再看 {n} 间', '{n} more'),
  rooms: text('会议室', 'Rooms'),
})

interface RoomChoiceProps {
  from: string
  to: string
  headcount: number
  /** The room of last time stands first when it is free. */
  usual: string | null
  value: string | null
  onChange: (roomId: string) => void
  /** The layout it has to be possible in is the one the meeting wants. */
  onLayout: (layout: Layout | null) => void
}

const first = 6

/** The rooms that are free and large enough, the smallest that fits first. */
export function RoomChoice(props: RoomChoiceProps) {
  const [wanted, setWanted] = useState<WantedRoom>(anyRoom)
  return (
    <>
      <NarrowRooms
        value={wanted}
        onChange={(next) => {
          setWanted(next)
          if (next.layout !== wanted.layout) props.onLayout(next.layout)
        }}
      />
      <FreeRooms {...props} wanted={wanted} />
    </>
  )
}

function FreeRooms(props: RoomChoiceProps & { wanted: WantedRoom }) {
  const t = useText(messages)
  const { from, to, headcount, usual, value, onChange, wanted } = props
  const read = useRead(
    meetings.actions.findFreeRooms,
    { from, to, headcount: Math.max(1, headcount), ...inputOf(wanted) },
    { keep: true },
  )
  if (read.isPending) return <Loading />
  if (read.error && !read.data) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  const rooms = [...read.data.items].sort(
    (one, other) => Number(other.id === usual) - Number(one.id === usual),
  )
  if (rooms.length === 0) return <Empty icon="place" title={t('none')} next={t('next')} />
  const chosen = rooms.findIndex(({ id }) => id === value)
  return (
    <fieldset className="room-choice" aria-label={t('rooms')}>
      {rooms.slice(0, Math.max(first, chosen + 1)).map((room) => (
        <RoomTile
          key={room.id}
          room={room}
          chosen={room.id === value}
          note={room.id === usual ? t('usual') : null}
          onChoose={() => onChange(room.id)}
        />
      ))}
      {rooms.length > first ? (
        <details>
          <summary>{t('more', { n: rooms.length - first })}</summary>
          <div className="room-rest">
            {rooms.slice(Math.max(first, chosen + 1)).map((room) => (
              <RoomTile
                key={room.id}
                room={room}
                chosen={false}
                note={null}
                onChoose={() => onChange(room.id)}
              />
            ))}
          </div>
        </details>
      ) : null}
    </fieldset>
  )
}

interface RoomTileProps {
  room: RoomRow
  chosen: boolean
  note: string | null
  onChoose: () => void
}

function RoomTile({ room, chosen, note, onChoose }: RoomTileProps) {
  const t = useText(messages)
  const photo = room.photoId ? photoOf(room.photoId) : null
  const things = room.equipment.filter(({ kind }) => kind === 'DISPLAY').map(({ name }) => name)
  return (
    <label className={chosen ? 'room-tile room-chosen' : 'room-tile'}>
      <input type="radio" name="room" checked={chosen} onChange={onChoose} />
      {photo ? <img src={photo.thumbnail} alt="" /> : null}
      <span className="room-words">
        <strong>{room.name}</strong>
        <small className="hq-faint">
          {[room.campus?.name, room.site.name].filter(Boolean).join(' · ')}
          {things.length > 0 ? ` · ${things.join('、')}` : ''}
        </small>
        {note ? <small className="room-note">{note}</small> : null}
      </span>
      <span className="hq-nowrap">{t('seats', { n: room.capacity })}</span>
    </label>
  )
}
