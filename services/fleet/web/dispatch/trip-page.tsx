import { text } from '#kernel/contract/text.ts'
import { todayInChina } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Page } from '#ui/page.tsx'
import { fleet } from '../../module.ts'
import { TripPanel } from './trip-panel.tsx'

const messages = defineMessages({
  title: text('派车单', 'Trip'),
  board: text('派车台', 'Dispatch board'),
})

/** One trip of the board under its own address. */
export default function TripPage() {
  const t = useText(messages)
  const tripId = useParam('tripId')
  const trip = useRead(fleet.actions.readBoardTrip, { tripId })
  const day = trip.data ? todayInChina(trip.data.from) : null
  const board = useRead(fleet.actions.readBoard, { day: day ?? '2026-01-01' }, { enabled: day !== null })
  return (
    <Page
      title={t('title')}
      width="normal"
      trail={[{ title: t('board'), to: day ? `/fleet/dispatch?day=${day}` : '/fleet/dispatch' }]}
    >
      <TripPanel tripId={tripId} board={board.data} />
    </Page>
  )
}
