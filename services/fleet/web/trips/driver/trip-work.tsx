import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { fleet } from '../../../module.ts'
import type { DriverTrip } from '../../../trip-schema.ts'
import { CheckSheet } from './check-sheet.tsx'
import { CostSheet } from './cost-sheet.tsx'
import { OdometerSheet } from './odometer-sheet.tsx'
import { TripCard } from './trip-card.tsx'
import { UnsentTrip } from './unsent-trip.tsx'
import { useTripDeed } from './use-trip-deed.ts'

const messages = defineMessages({
  check: text('出车前检查', 'Check the vehicle'),
  leave: text('出车', 'Leave'),
  arrive: text('到达等候', 'Arrived, wait'),
  goOn: text('继续行驶', 'Go on'),
  back: text('收车', 'Come back'),
  cost: text('记费用', 'Note a cost'),
  failed: text(
    '安全检查不合格，不能出车。已告诉调度，请等换车；修好了就改为“合格”。',
    'The safety check failed: the vehicle must not leave. The dispatcher is told; wait for another, or set it to OK once it is put right.',
  ),
  arrived: text('到达：{place}', 'Arrived: {place}'),
  went: text('继续行驶', 'Went on'),
})

type Sheet = 'check' | 'leave' | 'back' | 'cost'

/** A trip and its next step: one large button at the thumb, whatever the step. */
export function TripWork({ trip }: { trip: DriverTrip }) {
  const t = useText(messages)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const close = () => setSheet(null)
  const { missing, failed } = lacksOf(trip)
  return (
    <div className="hq-stack">
      <UnsentTrip tripId={trip.id} />
      <TripCard trip={trip} />
      {failed && trip.state === 'ASSIGNED' ? (
        <p className="trip-alarm" role="alert">
          {t('failed')}
        </p>
      ) : null}
      <div className="trip-thumb">
        {trip.can.addCost ? (
          <button type="button" className="trip-button" onClick={() => setSheet('cost')}>
            {t('cost')}
          </button>
        ) : null}
        <Steps trip={trip} unchecked={missing || failed} open={setSheet} />
      </div>
      <CheckSheet trip={trip} open={sheet === 'check'} onClose={close} />
      <OdometerSheet
        trip={trip}
        reading={sheet === 'leave' || sheet === 'back' ? sheet : null}
        onClose={close}
      />
      <CostSheet trip={trip} open={sheet === 'cost'} onClose={close} />
    </div>
  )
}

/** The same rule as the server's, for a phone without a signal. */
function lacksOf({ check: { lines, safetyClauses } }: DriverTrip) {
  return {
    missing: lines.some(({ line, executed }) => line.mandatory && executed === null),
    failed: lines.some(
      ({ line, executed }) => executed?.result === 'NOT_OK' && safetyClauses.includes(line.clauseCode),
    ),
  }
}

interface StepsProps {
  trip: DriverTrip
  unchecked: boolean
  open: (sheet: Sheet) => void
}

function Steps({ trip, unchecked, open }: StepsProps) {
  const t = useText(messages)
  const arrive = useTripDeed(fleet.actions.waitOnTrip)
  const goOn = useTripDeed(fleet.actions.resumeTrip)
  const { can } = trip
  if (trip.state === 'ASSIGNED' && can.leave)
    return unchecked ? (
      <Primary words={t('check')} onTap={() => open('check')} />
    ) : (
      <Primary words={t('leave')} onTap={() => open('leave')} />
    )
  if (!can.comeBack) return null
  // Where it is going is known; nobody types it.
  const place = trip.requests.at(-1)?.destination ?? ''
  const arrived = () => void arrive({ tripId: trip.id, place }, t('arrived', { place }))
  return (
    <>
      {can.wait ? (
        <button type="button" className="trip-button" onClick={arrived}>
          {t('arrive')}
        </button>
      ) : null}
      {can.resume ? (
        <button
          type="button"
          className="trip-button"
          onClick={() => void goOn({ tripId: trip.id }, t('went'))}
        >
          {t('goOn')}
        </button>
      ) : null}
      <Primary words={t('back')} onTap={() => open('back')} />
    </>
  )
}

function Primary({ words, onTap }: { words: string; onTap: () => void }) {
  return (
    <button type="button" className="trip-button trip-primary" onClick={onTap}>
      {words}
    </button>
  )
}
