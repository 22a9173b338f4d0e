import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { bookings } from '../module.ts'
import type { Alternative } from '../schema.ts'
import { ranks } from '../words.ts'
import type { Booking } from './booking-body.tsx'
import { claimWords } from './booking-columns.tsx'
import { useSpanWords } from './span-words.ts'
import { useBookingWrite } from './use-booking-write.ts'

const messages = defineMessages({
  head: text('请级别较低的预订让位？', 'Have bookings of lower rank give way?'),
  note: text(
    '以下预订将让位，改到您选的地方并为其保留，等对方答复；他们会看到您写的原因。',
    'These give way. The place you choose is kept for them until they answer, and they read your reason.',
  ),
  free: text('已经空出来了，不需要谁让位。', 'It has become free; nobody needs to give way.'),
  offer: text('改到', 'Offer'),
  first: text(
    '第一个合适的地方，没有就排在候补最前',
    'The first place that fits, else first in the waiting list',
  ),
  nowhere: text('没有合适的地方，将排在候补最前', 'Nothing fits; first in the waiting list'),
  elsewhere: text('{place}，时间不变', '{place}, at the same time'),
  reason: text('原因（对方会看到）', 'Reason (they will read it)'),
  yes: text('决定让位', 'Decide'),
  no: text('先不', 'Not now'),
  done: text('已决定，已通知让位的人', 'Decided; those who give way are told'),
})

type Giving = OutputOf<typeof bookings.actions.previewDisplacement>['givingWay'][number]
/** The place chosen for each that gives way; none: the first that fits. */
type Chosen = Readonly<Record<string, Alternative>>

/** A decision with its consequence in the question: who gives way, and where each may go. */
export function DisplaceDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const t = useText(messages)
  const [reason, setReason] = useState('')
  const [chosen, setChosen] = useState<Chosen>({})
  const displace = useBookingWrite(bookings.actions.displaceBookings, {
    success: t('done'),
    quiet: true,
    onDone: onClose,
  })
  // Once decided there is nothing left to ask, and the news of it would ask again.
  const undecided = !displace.isPending && !displace.isSuccess
  const preview = useRead(
    bookings.actions.previewDisplacement,
    { bookingId: booking.id },
    { keep: false, enabled: undecided },
  )
  const givingWay = preview.data?.givingWay ?? []
  const submit = () => {
    const offers = givingWay.flatMap(({ booking: { id, claims }, insteadOf }) => {
      const place = chosen[id]
      return place ? [offerOf(id, claims, insteadOf, place)] : []
    })
    displace.mutate({
      bookingId: booking.id,
      reason: reason.trim(),
      ...(offers.length > 0 ? { offers } : {}),
    })
  }
  return (
    <Modal
      open
      title={t('head')}
      okText={t('yes')}
      cancelText={t('no')}
      okButtonProps={{ disabled: !reason.trim() || !preview.data }}
      confirmLoading={displace.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="hq-stack hq-stack-tight">
        {preview.isPending ? <Loading compact /> : null}
        {preview.error ? <Problem error={preview.error} /> : null}
        {preview.data ? <p className="hq-soft">{t(givingWay.length > 0 ? 'note' : 'free')}</p> : null}
        {givingWay.map((one) => (
          <WhoGivesWay
            key={one.booking.id}
            giving={one}
            chosen={chosen[one.booking.id] ?? null}
            onChoose={(place) => {
              const { [one.booking.id]: _dropped, ...rest } = chosen
              setChosen(place ? { ...rest, [one.booking.id]: place } : rest)
            }}
          />
        ))}
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

interface WhoGivesWayProps {
  giving: Giving
  chosen: Alternative | null
  onChoose: (place: Alternative | null) => void
}

function WhoGivesWay({ giving: { booking, places }, chosen, onChoose }: WhoGivesWayProps) {
  const t = useText(messages)
  const say = useLocalised()
  const span = useSpanWords()
  const key = ({ resource, from }: Alternative) => `${resource.id} ${from}`
  const words = (place: Alternative) =>
    place.kind === 'elsewhere'
      ? t('elsewhere', { place: place.resource.name })
      : `${place.resource.name} ${span(place.from, place.to)}`
  const who = [booking.unit?.name, booking.organiserName, say(ranks[booking.rank])].filter(Boolean)
  return (
    <fieldset>
      <legend>
        <strong>{booking.title}</strong>
      </legend>
      <div className="hq-stack hq-stack-tight">
        <span>{who.join(' · ')}</span>
        <span className="hq-soft">
          {claimWords(booking)} <span className="hq-number">{span(booking.from, booking.to)}</span>
        </span>
        {places.length === 0 ? (
          <span>{t('nowhere')}</span>
        ) : (
          <Radio.Group
            aria-label={t('offer')}
            value={chosen ? key(chosen) : ''}
            onChange={({ target }) => onChoose(places.find((place) => key(place) === target.value) ?? null)}
          >
            <div className="hq-stack hq-stack-tight">
              <Radio value="">{t('first')}</Radio>
              {places.map((place) => (
                <Radio key={key(place)} value={key(place)}>
                  {words(place)}
                </Radio>
              ))}
            </div>
          </Radio.Group>
        )}
      </div>
    </fieldset>
  )
}

/** The place chosen, with whatever else the booking holds. */
function offerOf(
  bookingId: string,
  claims: Giving['booking']['claims'],
  insteadOf: string | null,
  { resource, from, to }: Alternative,
) {
  return {
    bookingId,
    from,
    to,
    claims: claims.map(({ id, quantity }) => ({ resourceId: id === insteadOf ? resource.id : id, quantity })),
  }
}
