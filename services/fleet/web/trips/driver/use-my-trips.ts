import { useMemo } from 'react'
import { pendingFor } from '#kernel/web/offline/next-deed.ts'
import { useDeeds } from '#kernel/web/offline/outbox.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { fleet } from '../../../module.ts'
import type { DriverTrip } from '../../../trip-schema.ts'
import { lastKmOf, projectTrip } from './project-trip.ts'

/** The driver's day as it stands on this phone: the server's answer, and what was done here since. */
export function useMyTrips() {
  const session = useSession()
  const read = useRead(fleet.actions.listMyTrips, {}, { enabled: session.allowed('fleet.own-trips') })
  const deeds = useDeeds()
  const trips = useMemo(() => {
    const now = (read.data?.items ?? []).map((trip) =>
      projectTrip(trip, pendingFor(deeds, trip.id, read.dataUpdatedAt)),
    )
    const last = lastKmOf(now)
    return now.map((trip) => ({ ...trip, lastKm: last.get(trip.vehicle.id) ?? trip.lastKm }))
  }, [read.data, read.dataUpdatedAt, deeds])
  return { read, trips }
}

/** The trip that is at hand: the one under way, else the first that has not left. */
export function nextTrip(trips: readonly DriverTrip[]): DriverTrip | undefined {
  return (
    trips.find(({ state }) => state === 'UNDER_WAY' || state === 'WAITING') ??
    trips.find(({ state }) => state === 'ASSIGNED')
  )
}
