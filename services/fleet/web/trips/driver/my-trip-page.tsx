import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { pendingFor } from '#kernel/web/offline/next-deed.ts'
import { useDeeds } from '#kernel/web/offline/outbox.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { fleet } from '../../../module.ts'
import { projectTrip } from './project-trip.ts'
import { TripWork } from './trip-work.tsx'
import { useMyTrips } from './use-my-trips.ts'
import '../trips.css'

const messages = defineMessages({
  trip: text('出车', 'Trip'),
  mine: text('今天出车', 'Today’s trips'),
  all: text('出车记录', 'Trips'),
  forDriver: text('代 {driver} 登记，记录上写您的名字', 'For {driver}; your name stands in the record'),
  whole: text('看这趟车的来龙去脉', 'See the whole trip'),
})

/** One trip with its next step: the driver's own, kept on the phone, or another's by the dispatcher for him. */
export default function MyTripPage() {
  const t = useText(messages)
  const tripId = useParam('tripId')
  const drives = useSession().allowed('fleet.own-trips')
  const { read: day, trips } = useMyTrips()
  const own = trips.find(({ id }) => id === tripId)
  const deeds = useDeeds()
  const read = useRead(fleet.actions.readTrip, { tripId }, { enabled: !own && !(drives && day.isPending) })
  const other = read.data && projectTrip(read.data, pendingFor(deeds, tripId, read.dataUpdatedAt))
  const trip = own ?? other
  return (
    <Page
      title={trip?.number ?? t('trip')}
      trail={[drives ? { title: t('mine'), to: '/fleet/my-trips' } : { title: t('all'), to: '/fleet/trips' }]}
      width="text"
    >
      {trip ? (
        <div className="hq-stack">
          {own ? null : <p className="hq-faint">{t('forDriver', { driver: trip.driver.name })}</p>}
          <TripWork trip={trip} />
          <LinkTo to={`/fleet/trips/${trip.id}`}>{t('whole')}</LinkTo>
        </div>
      ) : read.error ? (
        <Problem error={read.error} onRetry={() => void read.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}
