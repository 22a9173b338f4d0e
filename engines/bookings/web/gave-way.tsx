import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import type { Booking } from './booking-body.tsx'

const messages = defineMessages({
  gaveWay: text('为“{by}”让位：{reason}', 'Gave way to “{by}”: {reason}'),
})

/** For whom a booking had to give way, and why. */
export function GaveWay({ displaced }: { displaced: NonNullable<Booking['displaced']> }) {
  const t = useText(messages)
  return <p role="status">{t('gaveWay', { by: displaced.byTitle, reason: displaced.reason })}</p>
}
