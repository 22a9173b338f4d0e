import { text } from '#kernel/contract/text.ts'
import { formatTime, useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { tripStates } from '../../../states.ts'
import type { DriverTrip } from '../../../trip-schema.ts'
import { destinationsOf } from '../destinations-of.ts'
import { TripWork } from './trip-work.tsx'
import { nextTrip, useMyTrips } from './use-my-trips.ts'
import '../trips.css'

const messages = defineMessages({
  title: text('今天出车', 'Today’s trips'),
  later: text('接下来', 'Then'),
  done: text('出完的 {n} 趟', '{n} done'),
  none: text('今天没有出车任务', 'No trips today'),
  next: text('派给您的车会按时间出现在这里。', 'What is assigned to you appears here by time.'),
})

/** The driver's day: the trip at hand with its next step, then the rest by time. */
export default function MyTripsPage() {
  const t = useText(messages)
  const format = useFormat()
  const { read, trips } = useMyTrips()
  const next = nextTrip(trips)
  const rest = trips.filter((trip) => trip !== next)
  const over = rest.filter(({ state }) => state === 'COMPLETED' || state === 'CANCELLED')
  return (
    <Page title={t('title')} subtitle={read.data ? format.day(read.data.day) : undefined} width="text">
      {read.isPending ? <Loading /> : null}
      {read.error && !read.data ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && trips.length === 0 ? <Empty icon="vehicles" title={t('none')} next={t('next')} /> : null}
      <div className="hq-stack">
        {next ? <TripWork key={next.id} trip={next} /> : null}
        <Group title={t('later')} trips={rest.filter((trip) => !over.includes(trip))} />
        <Group title={t('done', { n: over.length })} trips={over} />
      </div>
    </Page>
  )
}

function Group({ title, trips }: { title: string; trips: readonly DriverTrip[] }) {
  if (trips.length === 0) return null
  return (
    <section className="trip-group">
      <h2>{title}</h2>
      <ul>
        {trips.map((trip) => (
          <li key={trip.id}>
            <LinkTo to={`/fleet/my-trips/${trip.id}`} className="trip-tile">
              <time className="hq-nowrap" dateTime={trip.from}>
                {formatTime(trip.from)}
              </time>
              <span className="trip-tile-words">
                <strong>{destinationsOf(trip) || trip.number}</strong>
                <small className="hq-faint">
                  {trip.vehicle.plate} {trip.requests[0]?.requesterName}
                </small>
              </span>
              <StateTag machine={tripStates} state={trip.state} />
            </LinkTo>
          </li>
        ))}
      </ul>
    </section>
  )
}
