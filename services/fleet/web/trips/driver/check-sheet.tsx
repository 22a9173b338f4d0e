import { useMemo } from 'react'
import { ChecklistCard } from '#engines/standards/web/checklist/checklist-card.tsx'
import { standing } from '#engines/standards/web/checklist/checklist-draft.ts'
import { type ChecklistWay, useChecklist } from '#engines/standards/web/checklist/use-checklist.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { SidePanel } from '#ui/side-panel.tsx'
import { fleet } from '../../../module.ts'
import type { DriverTrip } from '../../../trip-schema.ts'
import { useTripDeed } from './use-trip-deed.ts'

const messages = defineMessages({
  title: text('出车前检查 {plate}', 'Check before leaving, {plate}'),
  allOk: text('都看过了，全部合格', 'All looked at, all OK'),
  restOk: text('其余都合格', 'The rest is OK'),
  done: text('检查完了', 'Done'),
})

interface Props {
  trip: DriverTrip
  open: boolean
  onClose: () => void
}

const { recordTripCheck } = fleet.actions

/** The check by the vehicle standard: what is not in order is tapped, the rest is confirmed with one tap. */
export function CheckSheet({ trip, open, onClose }: Props) {
  const t = useText(messages)
  const send = useTripDeed(recordTripCheck)
  const way = useMemo<ChecklistWay>(
    () => ({
      path: recordTripCheck.path,
      record: (answers, what, pictures) => send({ tripId: trip.id, answers }, what, pictures),
    }),
    [send, trip.id],
  )
  const { lines } = trip.check
  const list = useChecklist(trip.id, lines, way)
  const left = lines.filter((one) => standing(one, list.drafts) === null)
  const finish = async () => {
    for (const { line } of left) list.answer(line.id, { result: 'OK' })
    await list.settle()
    onClose()
  }
  const words = left.length === lines.length ? 'allOk' : left.length > 0 ? 'restOk' : 'done'
  return (
    <SidePanel
      open={open}
      title={t('title', { plate: trip.vehicle.plate })}
      onClose={onClose}
      footer={
        <button type="button" className="trip-button trip-primary" onClick={() => void finish()}>
          {t(words)}
        </button>
      }
    >
      <ChecklistCard lines={lines} list={list} open={trip.state === 'ASSIGNED'} />
    </SidePanel>
  )
}
