import { Fragment } from 'react'
import { text } from '#kernel/contract/text.ts'
import { formatTime, useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Icon } from '#ui/icons.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { tripStates } from '../../../states.ts'
import type { DriverTrip, TakenRequest } from '../../../trip-schema.ts'
import { luggages } from '../../../words.ts'

const messages = defineMessages({
  persons: text('{n} 人', '{n} {n|person|persons}'),
  ring: text('打电话给{name}', 'Ring {name}'),
  luggage: text('行李：{what}', 'Luggage: {what}'),
  spent: text('里程 {km} 公里 · 费用 {money}', '{km} km · {money}'),
  waitingAt: text('在 {place} 等候', 'Waiting at {place}'),
})

/** All that a driver has to know of a trip, large: when, which vehicle, from where to where, whom to ring. */
export function TripCard({ trip }: { trip: DriverTrip }) {
  const t = useText(messages)
  const format = useFormat()
  return (
    <section className="trip-card">
      <header className="trip-card-head">
        <strong className="trip-time hq-nowrap">
          {formatTime(trip.from)}–{formatTime(trip.to)}
        </strong>
        <StateTag machine={tripStates} state={trip.state} />
      </header>
      <p className="trip-plate">
        <Icon name="vehicles" /> <b className="hq-nowrap">{trip.vehicle.plate}</b>{' '}
        <span className="hq-nowrap">{t('persons', { n: trip.passengers })}</span>
      </p>
      {trip.requests.map((request) => (
        <Taken key={request.id} request={request} />
      ))}
      {trip.note ? <p>{trip.note}</p> : null}
      {trip.state === 'WAITING' && trip.place ? <p>{t('waitingAt', { place: trip.place })}</p> : null}
      {trip.distanceKm !== null || trip.costFen > 0 ? (
        <p className="hq-faint">
          {t('spent', { km: trip.distanceKm ?? '—', money: format.money(trip.costFen) })}
        </p>
      ) : null}
    </section>
  )
}

function Taken({ request }: { request: TakenRequest }) {
  const t = useText(messages)
  const localised = useLocalised()
  const { contactPhone } = request
  return (
    <div className="trip-taken">
      <p className="trip-way">
        {[request.origin, ...request.stops].map((place, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same place may be driven to twice
          <Fragment key={at}>
            {place} <span aria-hidden="true">→</span>{' '}
          </Fragment>
        ))}
        <b>{request.destination}</b>
      </p>
      <p>
        {request.reason} <span className="hq-faint">{request.unitName}</span>
      </p>
      {request.luggage === 'NONE' ? null : (
        <p>{t('luggage', { what: localised(luggages[request.luggage]) })}</p>
      )}
      {contactPhone ? (
        <a
          className="trip-ring"
          href={`tel:${contactPhone}`}
          aria-label={t('ring', { name: request.requesterName })}
        >
          <Icon name="phone" /> {request.requesterName} <span className="hq-nowrap">{contactPhone}</span>
        </a>
      ) : (
        <p>{request.requesterName}</p>
      )}
    </div>
  )
}
