import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { photoOf } from '#kernel/web/files.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import type { TripCost, TripDetail } from '../../trip-schema.ts'
import { costKinds } from '../../words.ts'
import { CorrectionForm } from './correction-form.tsx'

const messages = defineMessages({
  title: text('费用', 'Costs'),
  sum: text('合计 {money}', '{money} in all'),
  none: text('没有费用', 'No costs'),
  litres: text('{n} 升', '{n} l'),
  energy: text('{n} 千瓦时', '{n} kWh'),
  noReceipt: text('没有票据', 'No receipt'),
  corrected: text('更正：{why}', 'Correction: {why}'),
  correct: text('更正', 'Correct'),
  right: text('应为多少元', 'The right amount (CNY)'),
})

/** What the trip cost, each with its receipt; a correction is an entry of its own. */
export function TripCosts({ trip }: { trip: TripDetail }) {
  const t = useText(messages)
  const format = useFormat()
  return (
    <Section title={t('title')} extra={t('sum', { money: format.money(trip.costFen) })}>
      {trip.costs.length === 0 ? <p className="hq-faint">{t('none')}</p> : null}
      {trip.costs.map((cost) => (
        <CostLine key={cost.id} trip={trip} cost={cost} />
      ))}
    </Section>
  )
}

function CostLine({ trip, cost }: { trip: TripDetail; cost: TripCost }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const correct = useWrite(fleet.actions.correctTripCost, {
    invalidates: ['/fleet'],
    onDone: () => setOpen(false),
  })
  const quantity = cost.litres
    ? t('litres', { n: cost.litres })
    : cost.energyKwh
      ? t('energy', { n: cost.energyKwh })
      : ''
  return (
    <>
      <div className="trip-chain-line">
        <span>{localised(costKinds[cost.kind])}</span>
        <span className="trip-what">
          <span>
            {format.money(cost.amountFen, 'yuan')} {quantity}
          </span>
          <small className="hq-faint">
            {format.when(cost.at)} {cost.by}
          </small>
          {cost.correctsId ? <small>{t('corrected', { why: cost.note })}</small> : null}
          {cost.receiptId ? <PhotoStrip photos={[photoOf(cost.receiptId)]} /> : null}
          {!cost.receiptId && !cost.correctsId && !trip.imported ? <small>{t('noReceipt')}</small> : null}
        </span>
        {trip.can.correct && !cost.correctsId ? (
          <Button onClick={() => setOpen(!open)}>{t('correct')}</Button>
        ) : null}
      </div>
      {open ? (
        <CorrectionForm
          label={t('right')}
          pending={correct.isPending}
          onSave={(yuan, reason) =>
            correct.mutate({ tripId: trip.id, costId: cost.id, amountFen: Math.round(yuan * 100), reason })
          }
        />
      ) : null}
    </>
  )
}
