import type { Selectable } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

export type VehicleRecord = Selectable<DB['fleet.vehicle']>
export type DriverRecord = Selectable<DB['fleet.driver']>

/** A vehicle, locked for a change. @throws Problem 404 */
export async function lockVehicle(ctx: Ctx, vehicleId: string): Promise<VehicleRecord> {
  const vehicle = await ctx.db
    .selectFrom('fleet.vehicle')
    .selectAll()
    .where('id', '=', vehicleId)
    .forUpdate()
    .executeTakeFirst()
  if (!vehicle) throw new Problem(404, 'kernel.not_found')
  return vehicle
}

/** A driver, locked for a change. @throws Problem 404 */
export async function lockDriver(ctx: Ctx, driverId: string): Promise<DriverRecord> {
  const driver = await ctx.db
    .selectFrom('fleet.driver')
    .selectAll()
    .where('id', '=', driverId)
    .forUpdate()
    .executeTakeFirst()
  if (!driver) throw new Problem(404, 'kernel.not_found')
  return driver
}

/** One entry of a vehicle's history. */
export async function emitForVehicle(
  ctx: Ctx,
  vehicleId: string,
  type: `fleet.${string}`,
  more: { before?: unknown; after?: unknown; reason?: string } = {},
): Promise<void> {
  await ctx.emit({ type, subjectType: 'fleet.vehicle', subjectId: vehicleId, ...more })
}

/** @throws Problem 422 `fleet.in_future` */
export function refuseFuture(ctx: Ctx, at: Date, path: string): void {
  if (at > ctx.now) throw new Problem(422, 'fleet.in_future', { path })
}
