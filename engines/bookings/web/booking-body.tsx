import type { Static } from 'typebox'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { History } from '#ui/history.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { BookingDetail } from '../schema.ts'
import { bookingStates } from '../states.ts'
import { ranks } from '../words.ts'
import { BookingActions } from './booking-actions.tsx'
import { claimWords } from './booking-columns.tsx'
import { GaveWay } from './gave-way.tsx'
import { SeriesDates } from './series-dates.tsx'
import { useSpanWords } from './span-words.ts'

const messages = defineMessages({
  when: text('时间', 'When'),
  where: text('地点和物品', 'What it holds'),
  who: text('预订人', 'Booked by'),
  people: text('人数', 'Persons'),
  rank: text('级别', 'Rank'),
  history: text('经过', 'History'),
  queue: text(
    '候补第 {n} 位：前面的空出来就轮到您，会通知您',
    'No. {n} in the waiting list: you are told when it is your turn',
  ),
  checkIn: text('请在 {time} 前签到，否则释放给他人', 'Check in by {time}, or it goes to others'),
  more: text('打开详细页面', 'Open the whole page'),
  hidden: text('不公开的预订，只能看到已被占用。', 'A private booking: you only see that it is taken.'),
})

export type Booking = Static<typeof BookingDetail>

/** Everything of one booking and what can be done with it now. */
export function BookingBody({ booking }: { booking: Booking }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const span = useSpanWords()
  return (
    <div className="hq-stack">
      <Section look="plain">
        <div className="hq-stack hq-stack-tight">
          <div className="hq-row">
            <StateTag machine={bookingStates} state={booking.state} />
            {booking.line === 'general' ? null : <LinkTo to={booking.href}>{t('more')}</LinkTo>}
          </div>
          {booking.queue ? <p>{t('queue', { n: booking.queue })}</p> : null}
          {booking.checkInBy && booking.can.checkIn ? (
            <p>{t('checkIn', { time: format.time(booking.checkInBy) })}</p>
          ) : null}
          {booking.displaced ? <GaveWay displaced={booking.displaced} /> : null}
        </div>
      </Section>
      <BookingActions booking={booking} />
      <Section>
        <Facts
          items={[
            { title: messages.when, value: span(booking.from, booking.to), wide: true },
            { title: messages.where, value: claimWords(booking), wide: true },
            {
              title: messages.who,
              value: [booking.unit?.name, booking.organiserName].filter(Boolean).join(' · ') || t('hidden'),
            },
            { title: messages.people, value: booking.headcount },
            { title: messages.rank, value: say(ranks[booking.rank]) },
          ]}
        />
      </Section>
      {booking.series ? <SeriesDates booking={booking} series={booking.series} /> : null}
      <Section title={messages.history}>
        <History
          events={booking.history.map((event) => ({
            id: event.id,
            at: event.at,
            title: event.title,
            who: event.actorName,
            note: event.reason,
          }))}
        />
      </Section>
    </div>
  )
}
