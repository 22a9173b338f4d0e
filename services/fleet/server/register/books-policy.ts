import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** Whoever keeps, directs or audits the vehicles sees both books whole; a driver sees the vehicles, and of drivers himself. */
export function seesBooks(ctx: Ctx): boolean {
  return ctx.actor.source === 'job' || ctx.has('fleet.keep-register') || ctx.has('fleet.read-board')
}

/** The drivers `d` this actor may see. */
export function visibleDrivers(ctx: Ctx): RawBuilder<boolean> {
  if (seesBooks(ctx)) return sql<boolean>`true`
  if (!ctx.actor.personId) return sql<boolean>`false`
  return sql<boolean>`coalesce(d.person_id = ${ctx.actor.personId}, false)`
}

/** Files of a vehicle's papers are seen by whoever sees the books. */
export async function mayReadRecordFiles(ctx: Ctx, recordId: string): Promise<boolean> {
  const record = await ctx.db
    .selectFrom('fleet.maintenance_record')
    .select('vehicle_id')
    .where('id', '=', recordId)
    .executeTakeFirst()
  return record !== undefined && mayReadVehicleFiles(ctx, record.vehicle_id)
}

/** Papers and pictures of a vehicle: for whoever sees its book. */
export async function mayReadVehicleFiles(ctx: Ctx, vehicleId: string): Promise<boolean> {
  if (!ctx.has('fleet.read-register') || !seesBooks(ctx)) return false
  const found = await ctx.db
    .selectFrom('fleet.vehicle')
    .select('id')
    .where('id', '=', vehicleId)
    .executeTakeFirst()
  return found !== undefined
}
