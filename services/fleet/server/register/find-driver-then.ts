import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

export interface DriverThen {
  driverId: string | null
  driverName: string | null
  tripId: string | null
  foundBy: 'TRIP' | 'HAND' | 'NONE'
}

/**
 * Who drove a vehicle at a moment: whoever is named, else the driver of the trip that was out then (from leaving to coming back;
 * one planned for that time when nobody recorded leaving). @throws Problem 422 `fleet.unknown_driver`
 */
export async function findDriverThen(
  ctx: Ctx,
  { vehicleId, at, driverId }: { vehicleId: string; at: Date; driverId: string | undefined },
): Promise<DriverThen> {
  const { rows } = await sql<{ trip_id: string; driver_id: string; name: string }>`
    select t.id as trip_id, d.id as driver_id, d.name from fleet.trip t
    join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
    where t.bureau_id = kernel.bureau() and t.vehicle_id = ${vehicleId} and t.state <> 'CANCELLED'
      and ${at} between coalesce(t.left_at, t.starts_at) and coalesce(t.returned_at, greatest(t.ends_at, t.left_at))
    order by (t.left_at is not null) desc, t.starts_at desc limit 1`.execute(ctx.db)
  const [trip] = rows
  if (driverId) {
    const name = await nameOf(ctx, driverId)
    const sameTrip = trip?.driver_id === driverId ? trip.trip_id : null
    return { driverId, driverName: name, tripId: sameTrip, foundBy: sameTrip ? 'TRIP' : 'HAND' }
  }
  if (!trip) return { driverId: null, driverName: null, tripId: null, foundBy: 'NONE' }
  return { driverId: trip.driver_id, driverName: trip.name, tripId: trip.trip_id, foundBy: 'TRIP' }
}

async function nameOf(ctx: Ctx, driverId: string): Promise<string> {
  const driver = await ctx.db
    .selectFrom('fleet.driver')
    .select('name')
    .where('id', '=', driverId)
    .executeTakeFirst()
  if (!driver) throw new Problem(422, 'fleet.unknown_driver', { path: 'driverId' })
  return driver.name
}
