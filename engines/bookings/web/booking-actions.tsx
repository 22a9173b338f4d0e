import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { bookings } from '../module.ts'
import type { Booking } from './booking-body.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { DisplaceDialog } from './displace-dialog.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { RepeatDialog } from './repeat-dialog.tsx'
import { useBookingWrite } from './use-booking-write.ts'

const messages = defineMessages({
  checkIn: text('签到', 'Check in'),
  checkedIn: text('已签到', 'Checked in'),
  end: text('提前结束', 'End now'),
  ended: text('已结束，其余时间已空出', 'Ended; the rest of the time is free'),
  accept: text('接受改派', 'Accept'),
  decline: text('不接受', 'Decline'),
  accepted: text('已接受', 'Accepted'),
  move: text('改时间地点', 'Move'),
  rename: text('改名称', 'Rename'),
  repeat: text('设为重复', 'Repeat'),
  leave: text('变为单次', 'Make it a single one'),
  cancel: text('取消预订', 'Cancel'),
  displace: text('让其他预订让位', 'Have others give way'),
})

type Dialog = 'move' | 'rename' | 'repeat' | 'leave' | 'cancel' | 'displace' | 'decline'

/** What may be done with a booking now; the server's `can` decides. */
export function BookingActions({ booking, extra }: { booking: Booking; extra?: ReactNode }) {
  const t = useText(messages)
  const [dialog, setDialog] = useState<Dialog>()
  const { actions } = bookings
  const checkIn = useBookingWrite(actions.checkIn, { success: t('checkedIn') })
  const end = useBookingWrite(actions.endBooking, { success: t('ended') })
  const accept = useBookingWrite(actions.acceptOffer, { success: t('accepted') })
  const { can, id: bookingId } = booking
  const close = () => setDialog(undefined)
  const button = (shown: boolean | undefined, words: string, run: () => void, more: object = {}) =>
    shown ? (
      <Button {...more} onClick={run}>
        {words}
      </Button>
    ) : null
  return (
    <>
      <div className="hq-buttons">
        {button(can.checkIn, t('checkIn'), () => checkIn.mutate({ bookingId }), {
          type: 'primary',
          loading: checkIn.isPending,
        })}
        {button(can.accept, t('accept'), () => accept.mutate({ bookingId }), {
          type: 'primary',
          loading: accept.isPending,
        })}
        {button(can.decline, t('decline'), () => setDialog('decline'))}
        {button(can.displace, t('displace'), () => setDialog('displace'), { type: 'primary' })}
        {button(can.end, t('end'), () => end.mutate({ bookingId }), { loading: end.isPending })}
        {button(can.move, t('move'), () => setDialog('move'))}
        {button(can.change, t('rename'), () => setDialog('rename'))}
        {button(can.move && !booking.seriesId && booking.state === 'CONFIRMED', t('repeat'), () =>
          setDialog('repeat'),
        )}
        {button(can.move && booking.seriesId !== null, t('leave'), () => setDialog('leave'))}
        {extra}
        {button(can.cancel, t('cancel'), () => setDialog('cancel'), { danger: true })}
      </div>
      {dialog === 'move' ? <MoveDialog booking={booking} onClose={close} /> : null}
      {dialog === 'rename' ? <RenameDialog booking={booking} onClose={close} /> : null}
      {dialog === 'repeat' ? <RepeatDialog booking={booking} onClose={close} /> : null}
      {dialog === 'leave' ? <LeaveDialog booking={booking} onClose={close} /> : null}
      {dialog === 'cancel' ? <CancelDialog booking={booking} onClose={close} /> : null}
      {dialog === 'decline' ? <CancelDialog booking={booking} decline onClose={close} /> : null}
      {dialog === 'displace' ? <DisplaceDialog booking={booking} onClose={close} /> : null}
    </>
  )
}
