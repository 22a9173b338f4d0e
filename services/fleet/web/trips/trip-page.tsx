import { text } from '#kernel/contract/text.ts'
import { formatTime, useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { fleet } from '../../module.ts'
import { tripStates } from '../../states.ts'
import type { TripDetail } from '../../trip-schema.ts'
import { destinationsOf } from './destinations-of.ts'
import { TripCosts } from './trip-costs.tsx'
import { TripDispatchCheck } from './trip-dispatch-check.tsx'
import { TripLight } from './trip-light.tsx'
import { TripOdometer } from './trip-odometer.tsx'
import { TripStory } from './trip-story.tsx'
import './trips.css'

const messages = defineMessages({
  trip: text('出车', 'Trip'),
  all: text('出车记录', 'Trips'),
  about: text('派车', 'Dispatch'),
  plan: text('计划时间', 'Planned'),
  vehicle: text('车辆', 'Vehicle'),
  driver: text('驾驶员', 'Driver'),
  unit: text('用车单位', 'Unit'),
  persons: text('乘车人数', 'Persons'),
  personsN: text('{n} 人', '{n}'),
  note: text('调度说明', 'Dispatcher’s note'),
  cancelled: text('取消原因', 'Cancelled because'),
  step: text('代驾驶员登记', 'Take a step for the driver'),
})

/** One trip as one story: request, approval, dispatch, steps, odometer, costs, and the light they give. */
export default function TripPage() {
  const t = useText(messages)
  const tripId = useParam('tripId')
  const read = useRead(fleet.actions.readTrip, { tripId })
  const board = useSession().allowed('fleet.read-board')
  const trip = read.data
  return (
    <Page
      title={(trip && destinationsOf(trip)) || t('trip')}
      subtitle={trip?.number}
      trail={board ? [{ title: t('all'), to: '/fleet/trips' }] : []}
      extra={trip ? <StateTag machine={tripStates} state={trip.state} /> : null}
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !trip ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {trip ? (
        <div className="hq-stack">
          <TripLight trip={trip} />
          <About trip={trip} />
          {trip.dispatchCheck ? <TripDispatchCheck lines={trip.dispatchCheck} /> : null}
          <TripStory trip={trip} />
          <TripOdometer trip={trip} />
          <TripCosts trip={trip} />
        </div>
      ) : null}
    </Page>
  )
}

function About({ trip }: { trip: TripDetail }) {
  const t = useText(messages)
  const format = useFormat()
  const desk = useSession().allowed('fleet.dispatch')
  const open = trip.can.leave || trip.can.comeBack
  return (
    <Section
      title={t('about')}
      extra={desk && open ? <LinkTo to={`/fleet/my-trips/${trip.id}`}>{t('step')}</LinkTo> : null}
    >
      <Facts
        items={[
          {
            title: t('plan'),
            value: `${format.when(trip.from)} – ${format.day(trip.from) === format.day(trip.to) ? formatTime(trip.to) : format.when(trip.to)}`,
          },
          { title: t('vehicle'), value: trip.vehicle.plate },
          { title: t('driver'), value: trip.driver.name },
          { title: t('unit'), value: trip.unit.name },
          { title: t('persons'), value: t('personsN', { n: trip.passengers }) },
          ...(trip.note ? [{ title: t('note'), value: trip.note, wide: true }] : []),
          ...(trip.cancelReason ? [{ title: t('cancelled'), value: trip.cancelReason, wide: true }] : []),
        ]}
      />
    </Section>
  )
}
