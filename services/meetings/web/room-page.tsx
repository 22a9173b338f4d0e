import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { meetings } from '../module.ts'
import { conditions, equipmentKinds, layouts } from '../words.ts'
import { ClosingNote } from './closing-note.tsx'
import { RoomLinks } from './displays/room-links.tsx'
import { RecordHistory } from './record-history.tsx'
import { ChangeRoom, CloseRoom, ReopenRoom, Standing } from './room-changes.tsx'
import { FitOuts, Leases } from './room-costs.tsx'
import { RoomPhotos } from './room-photos.tsx'
import { StockPanel } from './stock-panel.tsx'
import './meetings.css'

const messages = defineMessages({
  room: text('会议室', 'Meeting room'),
  all: text('会议室', 'Meeting rooms'),
  book: text('订这一间', 'Book this room'),
  about: text('基本情况', 'About'),
  site: text('所在物业', 'Site'),
  place: text('房间', 'Room'),
  seats: text('容纳人数', 'Seats'),
  layouts: text('布局', 'Layouts'),
  note: text('备注', 'Note'),
  equipment: text('设备和家具', 'Equipment and furniture'),
  name: text('名称', 'Name'),
  kind: text('类别', 'Kind'),
  quantity: text('数量', 'Quantity'),
  condition: text('状况', 'Condition'),
  checked: text('盘点', 'Checked'),
  rules: text('预订规则', 'Booking rules'),
})

/** One meeting room: where it is, how it can be set up, what stands in it, and what is paid for it. */
export default function RoomPage() {
  const t = useText(messages)
  const roomId = useParam('roomId')
  const read = useRead(meetings.actions.readRoom, { roomId })
  const room = read.data
  return (
    <Page
      title={room?.name ?? t('room')}
      subtitle={room?.code}
      trail={[{ title: t('all'), to: '/meetings/rooms' }]}
      action={room?.can.book ? { title: t('book'), to: `/meetings/new?room=${roomId}` } : undefined}
      extra={room?.can.change ? <Changes room={room} /> : null}
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !room ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {room ? (
        <div className="hq-stack">
          <ClosingNote closing={room.closing} closedAt={room.closedAt} />
          {room.closing && room.can.change ? (
            <Standing roomId={room.id} fromDay={room.closing.fromDay} />
          ) : null}
          <About room={room} />
          <RoomPhotos room={room} />
          <EquipmentList room={room} />
          <Leases room={room} />
          <FitOuts room={room} />
          <RoomLinks roomId={room.id} />
          <RecordHistory events={room.history} />
        </div>
      ) : null}
    </Page>
  )
}

export type Room = NonNullable<ReturnType<typeof useRead<typeof meetings.actions.readRoom>>['data']>

function Changes({ room }: { room: Room }) {
  const t = useText(messages)
  return (
    <>
      <ChangeRoom room={room} />
      {room.can.rules ? <LinkTo to={`/bookings/resources/${room.id}`}>{t('rules')}</LinkTo> : null}
      {room.closing || room.closedAt ? <ReopenRoom roomId={room.id} /> : <CloseRoom roomId={room.id} />}
    </>
  )
}

function About({ room }: { room: Room }) {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <Section title={t('about')}>
      <Facts
        items={[
          { title: t('site'), value: [room.campus?.name, room.site.name].filter(Boolean).join(' · ') },
          ...(room.directoryRoom ? [{ title: t('place'), value: room.directoryRoom.name }] : []),
          { title: t('seats'), value: String(room.capacity) },
          {
            title: t('layouts'),
            value:
              room.layouts
                .map(({ layout, capacity }) => `${localised(layouts[layout])} ${capacity}`)
                .join('、') || '—',
          },
          ...(room.note ? [{ title: t('note'), value: room.note, wide: true }] : []),
        ]}
      />
    </Section>
  )
}

function EquipmentList({ room }: { room: Room }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  if (room.equipment.length === 0 && !room.can.checkEquipment) return null
  return (
    <Section title={t('equipment')} extra={room.can.checkEquipment ? <StockPanel room={room} /> : null}>
      <PlainTable
        label={t('equipment')}
        rows={room.equipment}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: t('name'), card: 'title', render: ({ name }) => name },
          { key: 'kind', title: t('kind'), render: ({ kind }) => localised(equipmentKinds[kind]) },
          { key: 'quantity', title: t('quantity'), align: 'right', render: ({ quantity }) => quantity },
          {
            key: 'condition',
            title: t('condition'),
            render: ({ condition, note }) =>
              `${localised(conditions[condition])}${note ? `（${note}）` : ''}`,
          },
          {
            key: 'checked',
            title: t('checked'),
            render: ({ checkedOn, checkedBy }) => `${format.day(checkedOn, 'short')} ${checkedBy}`,
          },
        ]}
      />
    </Section>
  )
}
