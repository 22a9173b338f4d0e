import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { bookings } from '../module.ts'
import { bookingStates } from '../states.ts'
import { offDayRules } from '../words.ts'
import type { Booking } from './booking-body.tsx'
import { useBookingWrite } from './use-booking-write.ts'

const messages = defineMessages({
  title: text('这一系列', 'This series'),
  resume: text('恢复这一天', 'Take it up again'),
  resumed: text('已恢复', 'Booked again'),
  own: text('单独改过', 'changed for itself'),
  off: text('节假日和调休：{rule}', 'Days off: {rule}'),
  skipped: text('跳过：{reason}', 'left out: {reason}'),
})

/** Every date of the series, those left out with their reason and the way back. */
export function SeriesDates({
  booking,
  series,
}: {
  booking: Booking
  series: NonNullable<Booking['series']>
}) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const resume = useBookingWrite(bookings.actions.resumeDate, { success: t('resumed') })
  return (
    <Section
      title={messages.title}
      extra={<small className="hq-faint">{t('off', { rule: say(offDayRules[series.offDays]) })}</small>}
    >
      <ul className="hq-stack hq-stack-tight">
        {series.dates.map((date) => (
          <li key={date.day} className="hq-row">
            <span className="hq-number">
              {date.bookingId && date.bookingId !== booking.id ? (
                <LinkTo to={`/bookings/${date.bookingId}`}>{format.day(date.from ?? date.day)}</LinkTo>
              ) : (
                format.day(date.from ?? date.day)
              )}
            </span>
            {date.state && !date.skipped ? <StateTag machine={bookingStates} state={date.state} /> : null}
            {date.detached ? <small className="hq-faint">{t('own')}</small> : null}
            {date.skipped ? (
              <small className="hq-soft">{t('skipped', { reason: date.skipped })}</small>
            ) : null}
            {date.skipped && booking.can.change ? (
              <Button
                size="small"
                loading={resume.isPending && resume.variables?.day === date.day}
                onClick={() => resume.mutate({ seriesId: series.id, day: date.day })}
              >
                {t('resume')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
