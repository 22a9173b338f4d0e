import { Input, Modal } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Problem } from '#ui/problem.tsx'
import { bookings } from '../module.ts'
import type { Scope } from '../words.ts'
import type { Booking } from './booking-body.tsx'
import { ScopeChoice } from './scope-choice.tsx'
import { useBookingWrite } from './use-booking-write.ts'

const messages = defineMessages({
  cancel: text('取消“{title}”？', 'Cancel “{title}”?'),
  decline: text('不接受改派到这里？', 'Decline this place?'),
  note: text(
    '取消后时间和地点立即空出，候补的人会自动转正。',
    'Time and place are free at once, and whoever waits gets them.',
  ),
  declineNote: text(
    '不接受后本次预订取消，可以另选时间重新预订。',
    'The booking ends; you can book another time.',
  ),
  reason: text('原因', 'Reason'),
  yes: text('取消预订', 'Cancel it'),
  no: text('先不', 'Not now'),
  declineYes: text('不接受', 'Decline'),
  done: text('已取消', 'Cancelled'),
  missing: text('请写一句原因', 'Say why in a few words'),
})

interface CancelDialogProps {
  booking: Booking
  /** The answer to an offered place. */
  decline?: boolean
  onClose: () => void
}

/** Asks why, and for one of a series how much of it. */
export function CancelDialog({ booking, decline = false, onClose }: CancelDialogProps) {
  const t = useText(messages)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [scope, setScope] = useState<Scope>('this')
  const options = { success: t('done'), quiet: true, onDone: onClose }
  const cancel = useBookingWrite(bookings.actions.cancelBooking, options)
  const refuse = useBookingWrite(bookings.actions.declineOffer, options)
  const given = reason.trim()
  const submit = () => {
    setTried(true)
    if (!given) return
    if (decline) refuse.mutate({ bookingId: booking.id, reason: given })
    else cancel.mutate({ bookingId: booking.id, reason: given, scope: booking.seriesId ? scope : 'this' })
  }
  const error = cancel.error ?? refuse.error
  return (
    <Modal
      open
      title={decline ? t('decline') : t('cancel', { title: booking.title })}
      okText={t(decline ? 'declineYes' : 'yes')}
      cancelText={t('no')}
      okButtonProps={{ danger: true }}
      confirmLoading={cancel.isPending || refuse.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="hq-stack hq-stack-tight">
        <p className="hq-soft">{t(decline ? 'declineNote' : 'note')}</p>
        {booking.seriesId && !decline ? <ScopeChoice value={scope} onChange={setScope} /> : null}
        <Input.TextArea
          aria-label={t('reason')}
          placeholder={t('reason')}
          value={reason}
          maxLength={400}
          autoSize={{ minRows: 2, maxRows: 5 }}
          status={tried && !given ? 'error' : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        {tried && !given ? <p role="alert">{t('missing')}</p> : null}
        {error ? <Problem error={error} /> : null}
      </div>
    </Modal>
  )
}
