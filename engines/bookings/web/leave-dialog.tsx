import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Problem } from '#ui/problem.tsx'
import { bookings } from '../module.ts'
import type { Booking } from './booking-body.tsx'
import { useBookingWrite } from './use-booking-write.ts'

const messages = defineMessages({
  head: text('把这一次变为单次预订？', 'Make this date a booking of its own?'),
  note: text(
    '这一次照旧保留，以后改动系列不再影响它。其余日期怎么办？',
    'This date stays as it is and no longer follows the series. What about the other dates?',
  ),
  keep: text('其余 {n} 个日期仍是一个系列', 'The other {n} dates stay a series'),
  cancel: text(
    '取消其余 {n} 个日期，时间和地点立即空出',
    'Cancel the other {n}; time and place are free at once',
  ),
  alone: text(
    '这一次照旧保留，以后改动系列不再影响它。系列里没有别的日期了。',
    'This date stays as it is and no longer follows the series, which has no other dates to come.',
  ),
  yes: text('变为单次', 'Make it a single one'),
  yesCancel: text('变为单次，取消其余 {n} 个', 'Make it a single one, cancel {n}'),
  no: text('先不', 'Not now'),
  done: text('已变为单次', 'It is a single one now'),
})

const alive = new Set(['WAITING', 'CONFIRMED', 'OFFERED'])

/** A date becomes a booking of its own again; the others stay or end, as the person says. */
export function LeaveDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const t = useText(messages)
  const [cancelOthers, setCancelOthers] = useState(false)
  const leave = useBookingWrite(bookings.actions.leaveSeries, {
    success: t('done'),
    quiet: true,
    onDone: onClose,
  })
  const n = (booking.series?.dates ?? []).filter(
    ({ bookingId, state, from }) =>
      bookingId !== booking.id && state && alive.has(state) && from && Date.parse(from) > Date.now(),
  ).length
  return (
    <Modal
      open
      title={t('head')}
      okText={cancelOthers ? t('yesCancel', { n }) : t('yes')}
      cancelText={t('no')}
      okButtonProps={{ danger: cancelOthers }}
      confirmLoading={leave.isPending}
      onOk={() => leave.mutate({ bookingId: booking.id, ...(cancelOthers ? { cancelOthers } : {}) })}
      onCancel={onClose}
    >
      <div className="hq-stack hq-stack-tight">
        <p className="hq-soft">{t(n > 0 ? 'note' : 'alone')}</p>
        {n > 0 ? (
          <Radio.Group value={cancelOthers} onChange={({ target }) => setCancelOthers(target.value)}>
            <div className="hq-stack hq-stack-tight">
              <Radio value={false}>{t('keep', { n })}</Radio>
              <Radio value={true}>{t('cancel', { n })}</Radio>
            </div>
          </Radio.Group>
        ) : null}
        {leave.error ? <Problem error={leave.error} /> : null}
      </div>
    </Modal>
  )
}
