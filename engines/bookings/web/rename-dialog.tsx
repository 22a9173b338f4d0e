import { Checkbox, Input, InputNumber, Modal } from 'antd'
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
  head: text('修改说明', 'Change details'),
  note: text(
    '只改说明，时间地点不变，也不会打扰别人。',
    'Only the words change, not time or place; nobody is disturbed.',
  ),
  title: text('名称', 'Title'),
  people: text('人数', 'Persons'),
  private: text(
    '不公开名称（他人只看到已占用）',
    'Keep the title private (others see only that it is taken)',
  ),
  save: text('保存', 'Save'),
  no: text('先不', 'Not now'),
  done: text('已保存', 'Saved'),
})

/** Title, headcount, privacy: of this one or of its series. */
export function RenameDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const t = useText(messages)
  const [title, setTitle] = useState(booking.title)
  const [headcount, setHeadcount] = useState(booking.headcount)
  const [hidden, setHidden] = useState(booking.private)
  const [scope, setScope] = useState<Scope>('this')
  const change = useBookingWrite(bookings.actions.changeBooking, {
    success: t('done'),
    quiet: true,
    onDone: onClose,
  })
  // Only what was changed: the other dates of a series may differ in the rest, and keep it.
  const submit = () =>
    change.mutate({
      bookingId: booking.id,
      scope: booking.seriesId ? scope : 'this',
      ...(title.trim() === booking.title ? {} : { title: title.trim() }),
      ...(hidden === booking.private ? {} : { private: hidden }),
      ...(headcount === booking.headcount ? {} : { headcount }),
    })
  return (
    <Modal
      open
      title={t('head')}
      okText={t('save')}
      cancelText={t('no')}
      confirmLoading={change.isPending}
      okButtonProps={{ disabled: !title.trim() }}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="hq-stack hq-stack-tight">
        <p className="hq-soft">{t('note')}</p>
        {booking.seriesId ? <ScopeChoice value={scope} onChange={setScope} /> : null}
        <label htmlFor="rename-title" className="hq-stack hq-stack-tight">
          {t('title')}
          <Input
            id="rename-title"
            value={title}
            maxLength={200}
            onChange={({ target }) => setTitle(target.value)}
          />
        </label>
        <label htmlFor="rename-people" className="hq-stack hq-stack-tight">
          {t('people')}
          <InputNumber
            id="rename-people"
            value={headcount}
            min={1}
            max={100_000}
            onChange={(value) => setHeadcount(value)}
          />
        </label>
        <Checkbox checked={hidden} onChange={({ target }) => setHidden(target.checked)}>
          {t('private')}
        </Checkbox>
        {change.error ? <Problem error={change.error} /> : null}
      </div>
    </Modal>
  )
}
