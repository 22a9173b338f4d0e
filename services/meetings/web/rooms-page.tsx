import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { LongName } from '#ui/section.tsx'
import { meetings } from '../module.ts'
import type { RoomRow } from '../schema.ts'
import { layouts } from '../words.ts'
import { FreeAt, roomFilterList, useFreeAt } from './room-filters.tsx'
import { NewRoom } from './room-forms.tsx'
import './meetings.css'

const messages = defineMessages({
  title: text('会议室', 'Meeting rooms'),
  book: text('订会议室', 'Book a room'),
  room: text('会议室', 'Room'),
  site: text('所在物业', 'Site'),
  seats: text('容纳人数', 'Seats'),
  layouts: text('布局', 'Layouts'),
  equipment: text('设备', 'Equipment'),
  rented: text('租用', 'Rented'),
  onlyClosed: text('只看停用的', 'Closed only'),
  isClosed: text('已停用', 'closed'),
  onlyRented: text('只看租用的', 'Rented only'),
  find: text('名称、编号、物业、设备', 'Name, code, site, equipment'),
  noneFree: text('这段时间没有空闲的会议室', 'No room is free at this time'),
  nextFree: text('换个时间再看。', 'Try another time.'),
  none: text('还没有会议室', 'No meeting rooms yet'),
  next: text('管理员可以用表格导入会议室。', 'The administrator can import the rooms from a sheet.'),
})

const filters: Filter[] = [
  ...roomFilterList,
  { key: 'rented', kind: 'toggle', label: messages.onlyRented },
  { key: 'closed', kind: 'toggle', label: messages.onlyClosed },
]

/** The meeting rooms: found by place, size and what stands in them. */
export default function RoomsPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const session = useSession()
  const free = useFreeAt()
  return (
    <Page
      title={t('title')}
      width="wide"
      action={session.allowed('meetings.book') ? { title: t('book'), to: '/meetings/new' } : undefined}
      extra={session.allowed('meetings.manage-rooms') ? <NewRoom /> : null}
    >
      <DataTable
        name="meetings.rooms"
        title={t('title')}
        read={meetings.actions.listRooms}
        {...(free ? { input: free } : {})}
        extra={<FreeAt />}
        exportTo={meetings.actions.exportRooms}
        filters={filters}
        search={t('find')}
        searchAs="search"
        rowPath={(key) => `/meetings/rooms/${key}`}
        empty={
          free
            ? { title: t('noneFree'), next: t('nextFree'), icon: 'place' }
            : { title: t('none'), next: t('next'), icon: 'place' }
        }
        columns={[
          {
            key: 'room',
            title: t('room'),
            card: 'title',
            render: (row: RoomRow) => (
              <span className="meeting-what">
                <LongName>{row.name}</LongName>
                <small className="hq-faint">
                  {row.code}
                  {row.closedAt ? ` · ${t('isClosed')}` : ''}
                  {row.rented ? ` · ${t('rented')}` : ''}
                </small>
              </span>
            ),
          },
          {
            key: 'site',
            title: t('site'),
            render: (row: RoomRow) => (
              <LongName>{[row.campus?.name, row.site.name].filter(Boolean).join(' · ')}</LongName>
            ),
          },
          { key: 'seats', title: t('seats'), align: 'right', render: (row: RoomRow) => row.capacity },
          {
            key: 'layouts',
            title: t('layouts'),
            render: (row: RoomRow) =>
              row.layouts
                .map(({ layout, capacity }) => `${localised(layouts[layout])} ${capacity}`)
                .join('、') || '—',
          },
          {
            key: 'equipment',
            title: t('equipment'),
            render: (row: RoomRow) => (
              <LongName>{row.equipment.map(({ name }) => name).join('、') || '—'}</LongName>
            ),
          },
        ]}
      />
    </Page>
  )
}
