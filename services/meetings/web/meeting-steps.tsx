import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { bookings } from '#engines/bookings/module.ts'
import { BookingActions } from '#engines/bookings/web/booking-actions.tsx'
import { GaveWay } from '#engines/bookings/web/gave-way.tsx'
import { type Text, text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Problem } from '#ui/problem.tsx'
import { meetings } from '../module.ts'
import type { MeetingRow } from '../schema.ts'
import type { Service } from '../words.ts'
import { ServicePicker } from './service-picker.tsx'

const messages = defineMessages({
  needs: text('改会务需求', 'Change the needs'),
  save: text('保存', 'Save'),
  close: text('关闭', 'Close'),
  saved: text('已保存，会务任务随之调整', 'Saved; the tasks follow'),
})

/** What may be done with the meeting now: as a booking by the engine's own steps, and its needs. */
export function MeetingSteps({ meeting }: { meeting: MeetingRow & { note: string } }) {
  const t = useText(messages)
  const [asking, setAsking] = useState(false)
  const booking = useRead(bookings.actions.readBooking, { bookingId: meeting.id })
  return (
    <div className="hq-stack hq-stack-tight">
      {booking.data?.displaced ? <GaveWay displaced={booking.data.displaced} /> : null}
      {booking.data ? (
        <BookingActions
          booking={booking.data}
          extra={
            meeting.can.changeNeeds ? <Button onClick={() => setAsking(true)}>{t('needs')}</Button> : null
          }
        />
      ) : null}
      {asking ? <NeedsDialog meeting={meeting} onClose={() => setAsking(false)} /> : null}
    </div>
  )
}

const noteWords: Text = text('备注', 'Note')

function NeedsDialog({ meeting, onClose }: { meeting: MeetingRow & { note: string }; onClose: () => void }) {
  const t = useText(messages)
  const [services, setServices] = useState<Service[]>(meeting.services)
  const [note, setNote] = useState(meeting.note)
  const change = useWrite(meetings.actions.changeMeeting, {
    quiet: true,
    invalidates: ['/meetings', '/bookings'],
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <Modal
      open
      title={t('needs')}
      okText={t('save')}
      okButtonProps={{ loading: change.isPending }}
      cancelText={t('close')}
      onCancel={onClose}
      onOk={() => change.mutate({ meetingId: meeting.id, services, note })}
    >
      <div className="hq-stack">
        <ServicePicker value={services} onChange={setServices} />
        <Input.TextArea
          aria-label={noteWords.zh}
          maxLength={2000}
          autoSize={{ minRows: 2 }}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        {change.error ? <Problem error={change.error} /> : null}
      </div>
    </Modal>
  )
}
