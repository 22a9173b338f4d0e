import { Button } from 'antd'
import { bookActions } from '#engines/bookings/actions-book.ts'
import { readActions } from '#engines/bookings/actions-read.ts'
import { bookingStates } from '#engines/bookings/states.ts'
import { useBookingWrite } from '#engines/bookings/web/use-booking-write.ts'
import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { Tile, Tiles } from '#ui/tiles.tsx'
import './meetings.css'

const messages = defineMessages({
  title: text('会议', 'Meetings'),
  book: text('订会议室', 'Book a room'),
  bookNote: text('空闲的一点就订', 'A free one is a tap away'),
  grid: text('会议室占用图', 'Rooms by time'),
  gridNote: text('哪间什么时候空着', 'Which is free when'),
  checkIn: text('签到', 'Check in'),
  checkedIn: text('已签到', 'Checked in'),
})

/** How many of the next meetings the first screen has room for. */
const most = 2

/** My next meetings, and the ways to the next one. */
export default function NextMeetingsCard() {
  const t = useText(messages)
  const format = useFormat()
  const mine = useRead(readActions.listBookings, {
    mine: true,
    line: 'meetings',
    state: ['WAITING', 'CONFIRMED', 'OFFERED', 'CHECKED_IN'],
    from: todayInChina(),
    limit: 100,
  })
  const checkIn = useBookingWrite(bookActions.checkIn, { success: t('checkedIn') })
  // The list has the latest first; here the next one counts.
  const next = [...(mine.data?.items ?? [])].reverse().slice(0, most)
  return (
    <Section title={t('title')} look="plain">
      <div className="hq-stack hq-stack-tight">
        {next.length > 0 ? (
          <ul className="meeting-next">
            {next.map((booking) => (
              <li key={booking.id}>
                <LinkTo to={booking.href} className="meeting-next-words">
                  <strong>{booking.title}</strong>
                  <span className="hq-soft">
                    {format.when(booking.from)} · {booking.claims[0]?.name}
                  </span>
                </LinkTo>
                {booking.can.checkIn ? (
                  <Button
                    type="primary"
                    loading={checkIn.isPending}
                    onClick={() => checkIn.mutate({ bookingId: booking.id })}
                  >
                    {t('checkIn')}
                  </Button>
                ) : (
                  <StateTag machine={bookingStates} state={booking.state} />
                )}
              </li>
            ))}
          </ul>
        ) : null}
        <Tiles>
          <Tile to="/meetings/new" icon="meetings" title={messages.book} note={messages.bookNote} />
          <Tile to="/meetings/grid" icon="calendar" title={messages.grid} note={messages.gridNote} />
        </Tiles>
      </div>
    </Section>
  )
}
