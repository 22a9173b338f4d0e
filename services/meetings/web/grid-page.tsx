import { BookingGrid } from '#engines/bookings/web/booking-grid.tsx'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Page } from '#ui/page.tsx'

const messages = defineMessages({
  title: text('会议室占用图', 'Rooms by time'),
  book: text('订会议室', 'Book a room'),
  how: text(
    '在空白处拖出一段时间就能预订；拖动、拉长已有会议可以更改。按 ? 看键盘操作。',
    'Draw a free time to book it; drag or stretch a meeting to change it. Press ? for the keys.',
  ),
})

/** All rooms and their time: draw to book. */
export default function GridPage() {
  const t = useText(messages)
  const go = useGo()
  const session = useSession()
  const mayBook = session.allowed('meetings.book')
  return (
    <Page
      title={t('title')}
      subtitle={mayBook ? t('how') : null}
      width="wide"
      action={mayBook ? { title: messages.book, to: '/meetings/new' } : undefined}
    >
      <BookingGrid
        kind="ROOM"
        onMake={
          mayBook
            ? ({ rowId, from, to }) =>
                go(
                  `/meetings/new?room=${rowId}&from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`,
                )
            : undefined
        }
      />
    </Page>
  )
}
