import { Input, Modal } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Problem } from '#ui/problem.tsx'
import { bookings } from '../module.ts'
import type { Booking } from './booking-body.tsx'
import { useBookingWrite } from './use-booking-write.ts'

const messages = defineMessages({
  head: text('请级别较低的预订让位？', 'Have bookings of lower rank give way?'),
  note: text(
    '占用这个时间和地点的一般预订将让位：系统自动为他们另找地方并保留，找不到的排在候补最前；他们会看到您写的原因。',
    'Those who hold this time and place give way: another place is found and kept for them, or they stand first in the waiting list. They read your reason.',
  ),
  reason: text('原因（对方会看到）', 'Reason (they will read it)'),
  yes: text('决定让位', 'Decide'),
  no: text('先不', 'Not now'),
})

/** A decision with its consequence in the question. */
export function DisplaceDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const t = useText(messages)
  const [reason, setReason] = useState('')
  const displace = useBookingWrite(bookings.actions.displaceBookings, { quiet: true, onDone: onClose })
  return (
    <Modal
      open
      title={t('head')}
      okText={t('yes')}
      cancelText={t('no')}
      okButtonProps={{ disabled: !reason.trim() }}
      confirmLoading={displace.isPending}
      onOk={() => displace.mutate({ bookingId: booking.id, reason: reason.trim() })}
      onCancel={onClose}
    >
      <div className="hq-stack hq-stack-tight">
        <p className="hq-soft">{t('note')}</p>
        <Input.TextArea
          aria-label={t('reason')}
          placeholder={t('reason')}
          value={reason}
          maxLength={400}
          autoSize={{ minRows: 2, maxRows: 5 }}
          onChange={({ target }) => setReason(target.value)}
        />
        {displace.error ? <Problem error={displace.error} /> : null}
      </div>
    </Modal>
  )
}
