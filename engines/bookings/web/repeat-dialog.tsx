import { Modal } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Problem } from '#ui/problem.tsx'
import { bookings } from '../module.ts'
import type { Booking } from './booking-body.tsx'
import { choicesOf, type DateChoices } from './date-choices.ts'
import { RepeatFields } from './repeat-fields.tsx'
import { usualRepeat, writeRule } from './repeat-rule.ts'
import { SeriesPreview } from './series-preview.tsx'
import { useBookingWrite } from './use-booking-write.ts'

const messages = defineMessages({
  head: text('设为重复预订', 'Repeat this booking'),
  yes: text('预订这一系列', 'Book the series'),
  no: text('先不', 'Not now'),
  done: text('已预订', 'Booked'),
})

/** Turns one booking into a series, date by date in sight before it is done. */
export function RepeatDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const t = useText(messages)
  const [repeat, setRepeat] = useState(usualRepeat)
  const [choices, setChoices] = useState<DateChoices>({})
  const make = useBookingWrite(bookings.actions.makeSeries, {
    success: t('done'),
    quiet: true,
    onDone: onClose,
  })
  const rule = writeRule(repeat, booking.from)
  return (
    <Modal
      open
      title={t('head')}
      okText={t('yes')}
      cancelText={t('no')}
      confirmLoading={make.isPending}
      onOk={() =>
        make.mutate({ bookingId: booking.id, rule, offDays: repeat.offDays, choices: choicesOf(choices) })
      }
      onCancel={onClose}
    >
      <div className="hq-stack hq-stack-tight">
        <RepeatFields
          value={repeat}
          onChange={(value) => {
            setRepeat(value)
            setChoices({})
          }}
        />
        <SeriesPreview
          from={booking.from}
          to={booking.to}
          rule={rule}
          offDays={repeat.offDays}
          resourceIds={booking.claims.map(({ id }) => id)}
          quantities={booking.claims.map(({ quantity }) => quantity)}
          headcount={booking.headcount}
          bookingId={booking.id}
          choices={choices}
          onChange={setChoices}
        />
        {make.error ? <Problem error={make.error} /> : null}
      </div>
    </Modal>
  )
}
