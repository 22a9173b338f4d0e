import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Page } from '#ui/page.tsx'
import { bookings } from '../module.ts'
import { useBookingColumns } from './booking-columns.tsx'
import { bookingListFilters } from './booking-filters.ts'
import { BookingPanel } from './booking-panel.tsx'

const messages = defineMessages({
  title: text('预订和候补', 'Bookings'),
  resources: text('资源和预订规则', 'Resources and rules'),
  find: text('搜名称、单位、预订人', 'Search title, unit, organiser'),
  none: text('还没有预订', 'No bookings yet'),
})

/** Every booking within reach: found, filtered, exported; who waits and who has to answer. */
export default function BookingsPage() {
  const t = useText(messages)
  const columns = useBookingColumns()
  return (
    <Page title={t('title')} width="wide" extra={<LinkTo to="/bookings/resources">{t('resources')}</LinkTo>}>
      <DataTable
        name="bookings.all"
        title={t('title')}
        read={bookings.actions.listBookings}
        exportTo={bookings.actions.exportBookings}
        filters={bookingListFilters}
        search={messages.find}
        searchAs="search"
        columns={columns}
        rowTone={(row) => (row.state === 'WAITING' || row.state === 'OFFERED' ? 'waiting' : undefined)}
        panel={(key) => <BookingPanel bookingId={key} />}
        panelTitle={(_key, row) => row?.title}
        rowPath={(key) => `/bookings/${key}`}
        empty={{ icon: 'calendar', title: messages.none }}
      />
    </Page>
  )
}
