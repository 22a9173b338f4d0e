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
import type { TripDetail } from '../../trip-schema.ts'
import { readingSources } from '../../words.ts'
import { CorrectionForm } from './correction-form.tsx'

const messages = defineMessages({
  title: text('里程', 'Odometer'),
  driven: text('本次行驶 {km} 公里', '{km} km driven'),
  satellite: text('卫星定位 {km} 公里', 'By satellite: {km} km'),
  km: text('{km} 公里', '{km} km'),
  none: text('还没有读数', 'No reading yet'),
  void: text('作废：{why}', 'Voided: {why}'),
  correct: text('更正', 'Correct'),
  right: text('正确的里程（公里）', 'The right reading (km)'),
})

/** The readings of the trip with their photos; a wrong one is voided and stands there all the same. */
export function TripOdometer({ trip }: { trip: TripDetail }) {
  const t = useText(messages)
  const format = useFormat()
  return (
    <Section
      title={t('title')}
      extra={trip.distanceKm === null ? null : t('driven', { km: format.number(trip.distanceKm) })}
    >
      {trip.gpsKm === null ? null : (
        <p className="hq-soft">{t('satellite', { km: format.number(trip.gpsKm) })}</p>
      )}
      {trip.readings.length === 0 ? <p className="hq-faint">{t('none')}</p> : null}
      {trip.readings.map((reading) => (
        <ReadingLine key={reading.id} trip={trip} reading={reading} />
      ))}
    </Section>
  )
}

function ReadingLine({ trip, reading }: { trip: TripDetail; reading: TripDetail['readings'][number] }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const correct = useWrite(fleet.actions.correctOdometer, {
    invalidates: ['/fleet'],
    onDone: () => setOpen(false),
  })
  const source = readingSources[reading.source as keyof typeof readingSources]
  const voided = reading.voidReason !== null
  return (
    <>
      <div className="trip-chain-line">
        <span>{source ? localised(source) : reading.source}</span>
        <span className="trip-what">
          <span className={voided ? 'trip-void' : undefined}>
            {t('km', { km: format.number(reading.km) })}
          </span>
          <small className="hq-faint">
            {format.when(reading.at)} {reading.by}
          </small>
          {voided ? <small>{t('void', { why: reading.voidReason ?? '' })}</small> : null}
          {reading.photoId ? <PhotoStrip photos={[photoOf(reading.photoId)]} /> : null}
        </span>
        {trip.can.correct && !voided ? <Button onClick={() => setOpen(!open)}>{t('correct')}</Button> : null}
      </div>
      {open ? (
        <CorrectionForm
          label={t('right')}
          pending={correct.isPending}
          onSave={(km, reason) =>
            correct.mutate({
              tripId: trip.id,
              reading: reading.source === 'TRIP_OUT' ? 'OUT' : 'IN',
              km: Math.round(km),
              reason,
            })
          }
        />
      ) : null}
    </>
  )
}
