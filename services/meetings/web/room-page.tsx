import { text } from '#kernel/contract/text.ts'
import { photoOf } from '#kernel/web/files.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { meetings } from '../module.ts'
import { conditions, equipmentKinds, layouts } from '../words.ts'
import { RoomLinks } from './displays/room-links.tsx'
import { AddPhotos, NewFitOut, NewLease } from './room-forms.tsx'
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
  photos: text('照片', 'Photos'),
  equipment: text('设备和家具', 'Equipment and furniture'),
  name: text('名称', 'Name'),
  kind: text('类别', 'Kind'),
  quantity: text('数量', 'Quantity'),
  condition: text('状况', 'Condition'),
  checked: text('盘点', 'Checked'),
  leases: text('租约', 'Leases'),
  lessor: text('出租方', 'Lessor'),
  contract: text('合同号', 'Contract'),
  term: text('租期', 'Term'),
  rent: text('年租金', 'Rent a year'),
  ended: text('提前结束：{why}', 'Ended early: {why}'),
  fitOuts: text('装修', 'Fit-outs'),
  day: text('日期', 'Day'),
  what: text('内容', 'What'),
  contractor: text('施工单位', 'Contractor'),
  cost: text('费用', 'Cost'),
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
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !room ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {room ? (
        <div className="hq-stack">
          <About room={room} />
          {room.photos.length > 0 || room.can.change ? (
            <Section title={t('photos')}>
              <PhotoStrip photos={room.photos.map(({ fileId }) => photoOf(fileId))} />
              {room.can.change ? <AddPhotos roomId={room.id} /> : null}
            </Section>
          ) : null}
          <EquipmentList room={room} />
          <Leases room={room} />
          <FitOuts room={room} />
          <RoomLinks roomId={room.id} />
        </div>
      ) : null}
    </Page>
  )
}

type Room = NonNullable<ReturnType<typeof useRead<typeof meetings.actions.readRoom>>['data']>

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

function Leases({ room }: { room: Room }) {
  const t = useText(messages)
  const format = useFormat()
  if (!room.leases || (room.leases.length === 0 && !room.can.change)) return null
  return (
    <Section title={t('leases')} extra={room.can.change ? <NewLease roomId={room.id} /> : null}>
      <PlainTable
        label={t('leases')}
        rows={room.leases}
        rowKey={({ id }) => id}
        columns={[
          { key: 'lessor', title: t('lessor'), card: 'title', render: ({ lessor }) => lessor },
          { key: 'contract', title: t('contract'), render: ({ contractNo }) => contractNo },
          {
            key: 'term',
            title: t('term'),
            render: ({ fromDay, toDay, endedReason }) => (
              <>
                <span className="hq-nowrap">{format.day(fromDay, 'plain')}</span> –{' '}
                <span className="hq-nowrap">{format.day(toDay, 'plain')}</span>
                {endedReason ? <small className="hq-faint"> {t('ended', { why: endedReason })}</small> : null}
              </>
            ),
          },
          {
            key: 'rent',
            title: t('rent'),
            align: 'right',
            render: ({ yearlyRentFen }) => format.money(yearlyRentFen),
          },
        ]}
      />
    </Section>
  )
}

function FitOuts({ room }: { room: Room }) {
  const t = useText(messages)
  const format = useFormat()
  if (!room.fitOuts || (room.fitOuts.length === 0 && !room.can.change)) return null
  return (
    <Section title={t('fitOuts')} extra={room.can.change ? <NewFitOut roomId={room.id} /> : null}>
      <PlainTable
        label={t('fitOuts')}
        rows={room.fitOuts}
        rowKey={({ id }) => id}
        columns={[
          { key: 'what', title: t('what'), card: 'title', render: ({ what }) => what },
          { key: 'day', title: t('day'), render: ({ onDay }) => format.day(onDay, 'plain') },
          { key: 'contractor', title: t('contractor'), render: ({ contractor }) => contractor },
          { key: 'cost', title: t('cost'), align: 'right', render: ({ costFen }) => format.money(costFen) },
        ]}
      />
    </Section>
  )
}
