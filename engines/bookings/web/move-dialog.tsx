import { Modal } from 'antd'
import { useState } from 'react'
import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Problem } from '#ui/problem.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { bookings } from '../module.ts'
import type { Alternative } from '../schema.ts'
import type { Scope } from '../words.ts'
import type { Booking } from './booking-body.tsx'
import { ConflictHelp } from './conflict-help.tsx'
import { choicesOf, type DateChoices } from './date-choices.ts'
import { MovePreview } from './move-preview.tsx'
import { ScopeChoice } from './scope-choice.tsx'
import { useBookingWrite } from './use-booking-write.ts'

const messages = defineMessages({
  head: text('改时间地点', 'Move'),
  from: text('开始', 'From'),
  to: text('结束', 'To'),
  place: text('地点', 'Place'),
  save: text('更改', 'Move it'),
  no: text('先不', 'Not now'),
  done: text('已更改', 'Moved'),
})

/** Another time or place; a clash is answered with its ways out, one tap each, a series date by date before it is moved. */
export function MoveDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const t = useText(messages)
  const main = booking.claims.find(({ kind }) => kind !== 'EQUIPMENT') ?? booking.claims[0]!
  const [from, setFrom] = useState<string | null>(booking.from)
  const [to, setTo] = useState<string | null>(booking.to)
  const [placeId, setPlaceId] = useState(main.id)
  const [scope, setScope] = useState<Scope>('this')
  const [choices, setChoices] = useState<DateChoices>({})
  const move = useBookingWrite(bookings.actions.moveBooking, {
    success: t('done'),
    quiet: true,
    onDone: onClose,
  })
  const whole = booking.seriesId !== null && scope !== 'this' ? scope : null
  const swapTo = (id: string) => (id === main.id ? null : { from: main.id, to: id })
  const send = (span: { from: string | null; to: string | null }, id: string) => {
    const swap = swapTo(id)
    move.mutate({
      bookingId: booking.id,
      scope: whole ?? 'this',
      ...(span.from ? { from: new Date(span.from).toISOString() } : {}),
      ...(span.to ? { to: new Date(span.to).toISOString() } : {}),
      ...(swap ? { swap } : {}),
      ...(whole ? { choices: choicesOf(choices) } : {}),
    })
  }
  const choose = (way: Alternative) => {
    setFrom(way.from)
    setTo(way.to)
    setPlaceId(way.resource.id)
    send(way, way.resource.id)
  }
  // What was chosen for a date holds for what was asked then.
  const anew = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      set(value)
      setChoices({})
      move.reset()
    }
  }
  // The end goes along with the beginning; how long it lasts is another question.
  const begin = (value: string | null) => {
    if (value && from && to)
      setTo(new Date(Date.parse(to) + Date.parse(value) - Date.parse(from)).toISOString())
    setFrom(value)
  }
  return (
    <Modal
      open
      title={t('head')}
      okText={t('save')}
      cancelText={t('no')}
      confirmLoading={move.isPending}
      onOk={() => send({ from, to }, placeId)}
      onCancel={onClose}
    >
      <div className="hq-stack hq-stack-tight">
        {booking.seriesId ? <ScopeChoice value={scope} onChange={anew(setScope)} /> : null}
        <DayInput time value={from} label={t('from')} onChange={anew(begin)} />
        <DayInput time value={to} label={t('to')} onChange={anew(setTo)} />
        <SearchSelect
          name={`bookings.${main.kind}`}
          label={t('place')}
          clearable={false}
          value={placeId}
          chosen={{ value: main.id, label: main.name }}
          search={(words) => searchResources(words, main.kind)}
          onChange={(value) => anew(setPlaceId)(value ?? main.id)}
        />
        {whole ? (
          <>
            <MovePreview
              bookingId={booking.id}
              scope={whole}
              from={from}
              to={to}
              swap={swapTo(placeId)}
              choices={choices}
              onChange={setChoices}
            />
            {move.error ? <Problem error={move.error} /> : null}
          </>
        ) : (
          <ConflictHelp error={move.error} busy={move.isPending} onChoose={choose} />
        )}
      </div>
    </Modal>
  )
}

/** Resources of a kind by their words. */
export async function searchResources(words: string, kind: Booking['claims'][number]['kind']) {
  const { items } = await call(bookings.actions.listResources, {
    search: words || undefined,
    kind,
    limit: 30,
  })
  return items.map(({ id, name, capacity, site }) => ({
    value: id,
    label: name,
    note: [site?.name, capacity].filter(Boolean).join(' · '),
  }))
}
