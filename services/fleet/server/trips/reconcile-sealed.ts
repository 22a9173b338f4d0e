import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { reconcileTrips } from './reconcile-trips.ts'

/** The trips of a vehicle within a sealing are compared again when the list changes. */
export async function reconcileSealed(ctx: Ctx, sealingId: string, vehicleId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select t.id from fleet.trip t
    join fleet.sealing_period p on p.bureau_id = t.bureau_id and p.id = ${sealingId}
    where t.bureau_id = kernel.bureau() and t.vehicle_id = ${vehicleId} and t.state = 'COMPLETED'
      and kernel.local_day(t.left_at) <= p.ends_on and kernel.local_day(t.returned_at) >= p.starts_on`.execute(
    ctx.db,
  )
  await reconcileTrips(
    ctx,
    rows.map(({ id }) => id),
  )
}
