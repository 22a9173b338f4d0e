import { ensureResources } from '#engines/bookings/server/api.ts'
import { startOfLocalDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'

export interface NewVehicle {
  plate: string
  class: string
  body: string
  model: string
  special: boolean
  energy: string
  displacement_ml: number | null
  price_fen: number
  purchased_on: string
  seats: number
  emission_class: string
  yellow_label: boolean
  pool: string
  home_site_id: string | null
  /** As it stands in the book from the beginning. */
  state: 'IN_USE' | 'OUT_OF_USE' | 'RETIRED'
  out_of_use_reason?: string | null
  retired_on?: string | null
  retired_reason?: string | null
}

/**
 * Writes vehicles that were checked, each kind of row in one statement: resources, the book, the first readings (km) at nine of the day
 * of purchase, history. A few hundred at most. @returns their ids, in the same order
 */
export async function insertVehicles(
  ctx: Ctx,
  vehicles: readonly (NewVehicle & { km: number })[],
): Promise<string[]> {
  const idOf = await ensureResources(
    ctx,
    vehicles.map((vehicle) => ({ ...resourceOf(vehicle), closed: vehicle.state !== 'IN_USE' })),
  )
  const rows = vehicles.map((vehicle) => ({ ...vehicle, id: idOf.get(vehicle.plate)! }))
  await ctx.db
    .insertInto('fleet.vehicle')
    .values(rows.map(({ km: _, ...row }) => ({ ...row, created_at: ctx.now })))
    .execute()
  await ctx.db
    .insertInto('fleet.odometer_reading')
    .values(
      rows.map(({ id, km, purchased_on }) => ({
        vehicle_id: id,
        at: nineOf(purchased_on),
        km,
        source: 'REGISTERED',
        created_at: ctx.now,
        created_by: ctx.actor.name,
      })),
    )
    .execute()
  await ctx.emitAll(
    rows.map(({ id, ...vehicle }) => ({
      type: 'fleet.vehicle_registered',
      subjectType: 'fleet.vehicle',
      subjectId: id,
      after: vehicle,
    })),
  )
  return rows.map(({ id }) => id)
}

/** Nine in the morning of a day: when a vehicle bought that day has its first reading. */
export const nineOf = (day: string) => new Date(startOfLocalDay(day).getTime() + 9 * 3_600_000)

/** What the bookings engine knows of a vehicle: seats for passengers, without the driver's. */
export function resourceOf({
  plate,
  seats,
  home_site_id,
}: Pick<NewVehicle, 'plate' | 'seats' | 'home_site_id'>) {
  return {
    kind: 'VEHICLE' as const,
    code: plate,
    name: plate,
    capacity: Math.max(1, seats - 1),
    siteId: home_site_id,
    href: '/fleet/vehicles',
  }
}
