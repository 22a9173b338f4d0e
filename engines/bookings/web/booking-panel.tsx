import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { bookings } from '../module.ts'
import { BookingBody } from './booking-body.tsx'

/** One booking beside the list it came from, or on its own page. */
export function BookingPanel({ bookingId }: { bookingId: string }) {
  const booking = useRead(bookings.actions.readBooking, { bookingId }, { keep: false })
  if (booking.isPending) return <Loading />
  if (booking.error) return <Problem error={booking.error} onRetry={() => void booking.refetch()} />
  return <BookingBody booking={booking.data} />
}
