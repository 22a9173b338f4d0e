import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Page } from '#ui/page.tsx'
import { bookings } from '../module.ts'
import { BookingPanel } from './booking-panel.tsx'

const messages = defineMessages({
  booking: text('预订', 'Booking'),
  mine: text('我的预订', 'My bookings'),
})

/** The page of one booking that no service has a page of its own for. */
export default function BookingPage() {
  const t = useText(messages)
  const bookingId = useParam('bookingId')
  const booking = useRead(bookings.actions.readBooking, { bookingId }, { keep: false })
  return (
    <Page title={booking.data?.title ?? t('booking')} trail={[{ title: t('mine'), to: '/bookings/mine' }]}>
      <BookingPanel bookingId={bookingId} />
    </Page>
  )
}
