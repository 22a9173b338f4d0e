import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/** A trip as its changes need it, locked before its requests and its resources, always in this order. */
export interface LockedTrip {
  id: string
  number: string
  vehicleId: string
  driverId: string
  state: string
  from: Date
  to: Date
  note: string
  /** Whom it takes now. */
  requestIds: string[]
}

type Row = Omit<LockedTrip, 'from' | 'to' | 'requestIds'> & { startsAt: string; endsAt: string }

/** Trips by a condition on `t`, in the order of their ids. */
export async function lockTrips(ctx: Ctx, condition: ReturnType<typeof sql>): Promise<LockedTrip[]> {
  const { rows } = await sql<Row>`
    select t.id, t.number, t.vehicle_id as "vehicleId", t.driver_id as "driverId", t.state, t.starts_at as "startsAt",
      t.ends_at as "endsAt", t.note
    from fleet.trip t where t.bureau_id = kernel.bureau() and ${condition} order by t.id for no key update of t`.execute(
    ctx.db,
  )
  if (rows.length === 0) return []
  // Read once the trips are locked: only who holds the trip puts somebody in or takes somebody out.
  const { rows: riders } = await sql<{ trip_id: string; request_id: string }>`
    select trip_id, request_id from fleet.trip_request
    where bureau_id = kernel.bureau() and trip_id = any(${rows.map(({ id }) => id)}::uuid[]) and removed_at is null
    order by request_id`.execute(ctx.db)
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    from: new Date(startsAt),
    to: new Date(endsAt),
    requestIds: riders.filter(({ trip_id }) => trip_id === row.id).map(({ request_id }) => request_id),
  }))
}

/** @throws Problem 404 */
export async function lockTrip(ctx: Ctx, tripId: string): Promise<LockedTrip> {
  const [trip] = await lockTrips(ctx, sql`t.id = ${tripId}`)
  if (!trip) throw new Problem(404, 'kernel.not_found')
  return trip
}

/** @throws Problem 409 `fleet.has_left` once it is on the road or over */
export function requireNotLeft(trip: LockedTrip): void {
  if (trip.state !== 'ASSIGNED') throw new Problem(409, 'fleet.has_left', { params: { number: trip.number } })
}
