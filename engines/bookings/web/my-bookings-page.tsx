import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Page } from '#ui/page.tsx'
import { bookings } from '../module.ts'
import { useBookingColumns } from './booking-columns.tsx'
import { bookingListFilters } from './booking-filters.ts'
import { BookingPanel } from './booking-panel.tsx'

const messages = defineMessages({
  title: text('我的预订', 'My bookings'),
  book: text('预订', 'Book'),
  find: text('搜名称、单位', 'Search title, unit'),
  none: text('还没有预订', 'No bookings yet'),
  next: text('会议室、话筒等都可以在这里预订。', 'Rooms, microphones and the like are booked here.'),
})

/** What I have booked, and what I wait for. */
export default function MyBookingsPage() {
  const t = useText(messages)
  const columns = useBookingColumns()
  return (
    <Page title={t('title')} width="wide" action={{ title: messages.book, to: '/bookings/new' }}>
      <DataTable
        name="bookings.mine"
        title={t('title')}
        read={bookings.actions.listBookings}
        input={{ mine: true }}
        exportTo={bookings.actions.exportBookings}
        filters={bookingListFilters}
        search={messages.find}
        searchAs="search"
        columns={columns}
        rowTone={(row) => (row.state === 'OFFERED' ? 'waiting' : undefined)}
        panel={(key) => <BookingPanel bookingId={key} />}
        panelTitle={(_key, row) => row?.title}
        rowPath={(key) => `/bookings/${key}`}
        empty={{ icon: 'calendar', title: messages.none, next: messages.next }}
      />
    </Page>
  )
}
