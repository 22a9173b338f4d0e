import { BookingGrid } from '#engines/bookings/web/booking-grid.tsx'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Empty } from '#ui/empty.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { useFilters } from '#ui/filters.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { usePhone } from '#ui/use-phone.ts'
import { meetings } from '../module.ts'
import { FreeAt, roomFilterList, useFreeAt } from './room-filters.tsx'
import './meetings.css'

const messages = defineMessages({
  title: text('会议室占用图', 'Rooms by time'),
  book: text('订会议室', 'Book a room'),
  how: text(
    '在空白处拖出一段时间就能预订；拖动、拉长已有会议可以更改。按 ? 看键盘操作。',
    'Draw a free time to book it; drag or stretch a meeting to change it. Press ? for the keys.',
  ),
  none: text('没有符合条件的会议室', 'No room is like that'),
  tap: text(
    '点空闲的时间就能预订，点会议可以查看和更改。',
    'Tap a free time to book it, a meeting to see and change it.',
  ),
  next: text('放宽院区、人数或时间再看。', 'Try a wider choice.'),
})

/** All rooms, or those one is looking for, and their time: draw to book. */
export default function GridPage() {
  const t = useText(messages)
  const session = useSession()
  const phone = usePhone()
  const { search, values, set, clear, count } = useFilters(roomFilterList)
  const free = useFreeAt()
  const mayBook = session.allowed('meetings.book')
  return (
    <Page
      title={t('title')}
      subtitle={mayBook ? t(phone ? 'tap' : 'how') : null}
      width="wide"
      action={mayBook ? { title: messages.book, to: '/meetings/new' } : undefined}
    >
      <div className="hq-stack hq-stack-tight">
        <FilterBar filters={roomFilterList} search={search} onChange={set} onClear={clear} count={count} />
        <FreeAt />
        {count > 0 || free ? <NarrowedGrid wanted={{ ...values, ...free }} /> : <Grid />}
      </div>
    </Page>
  )
}

/** As many as the grid shows at once. */
const most = 200

function NarrowedGrid({ wanted }: { wanted: Record<string, unknown> }) {
  const t = useText(messages)
  const rooms = useRead(meetings.actions.listRooms, { ...wanted, closed: false, limit: most })
  if (rooms.isPending) return <Loading />
  if (rooms.error) return <Problem error={rooms.error} onRetry={() => void rooms.refetch()} />
  const ids = rooms.data.items.map(({ id }) => id)
  if (ids.length === 0) return <Empty icon="place" title={t('none')} next={t('next')} />
  return <Grid resourceIds={ids} />
}

function Grid({ resourceIds }: { resourceIds?: string[] }) {
  const go = useGo()
  const mayBook = useSession().allowed('meetings.book')
  return (
    <BookingGrid
      kind="ROOM"
      {...(resourceIds ? { resourceIds } : {})}
      onMake={
        mayBook
          ? ({ rowId, from, to }) =>
              go(`/meetings/new?room=${rowId}&from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`)
          : undefined
      }
    />
  )
}
