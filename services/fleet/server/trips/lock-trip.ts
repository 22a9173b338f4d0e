import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { drivesFor } from './trip-policy.ts'

export interface LockedTrip {
  id: string
  number: string
  state: string
  vehicle_id: string
  driver_id: string
  driver_name: string
  driver_person_id: string | null
  starts_at: string
  ends_at: string
  left_at: string | null
  returned_at: string | null
  odometer_out_km: number | null
  odometer_in_km: number | null
  late_told_at: string | null
  cancel_reason: string | null
  imported: boolean
  created_at: string
}

/** A trip, locked until the transaction ends: trips before requests before resources, as everywhere. @throws Problem 404 */
export async function lockTrip(ctx: Ctx, tripId: string): Promise<LockedTrip> {
  // Read once it is locked: whoever it is given to meanwhile is its driver.
  await ctx.db.selectFrom('fleet.trip').select('id').where('id', '=', tripId).forUpdate().execute()
  const trip = await ctx.db
    .selectFrom('fleet.trip as t')
    .innerJoin('fleet.driver as d', (join) =>
      join.onRef('d.bureau_id', '=', 't.bureau_id').onRef('d.id', '=', 't.driver_id'),
    )
    .select(['t.id', 't.number', 't.state', 't.vehicle_id', 't.driver_id', 'd.name as driver_name'])
    .select(['d.person_id as driver_person_id', 't.starts_at', 't.ends_at', 't.left_at', 't.returned_at'])
    .select(['t.odometer_out_km', 't.odometer_in_km', 't.late_told_at', 't.cancel_reason', 't.imported'])
    .select('t.created_at')
    .where('t.id', '=', tripId)
    .executeTakeFirst()
  if (!trip) throw new Problem(404, 'kernel.not_found')
  return trip
}

/**
 * A trip whose steps are the actor's to do, locked.
 * @throws Problem 404; 403 `fleet.trip_not_yours`; 409 `fleet.trip_is_cancelled`, which a phone without a signal learns late
 */
export async function lockOwnTrip(ctx: Ctx, tripId: string): Promise<LockedTrip> {
  const trip = await lockTrip(ctx, tripId)
  if (!drivesFor(ctx, trip))
    throw new Problem(403, 'fleet.trip_not_yours', { params: { driver: trip.driver_name } })
  if (trip.state === 'CANCELLED')
    throw new Problem(409, 'fleet.trip_is_cancelled', { params: { reason: trip.cancel_reason ?? '—' } })
  return trip
}
