import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { attachFiles } from '#kernel/files/store-file.ts'
import type { tripActions } from '../../actions/trip-actions.ts'
import { reconcileSealed } from './reconcile-sealed.ts'

type Actions = typeof tripActions

async function lockSealed(ctx: Ctx, sealingId: string, vehicleId: string) {
  const row = await ctx.db
    .selectFrom('fleet.sealed_vehicle')
    .select(['exempt_reason', 'sealed_at'])
    .where('period_id', '=', sealingId)
    .where('vehicle_id', '=', vehicleId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}

/** Confirms with a photo that a vehicle stands in. @throws Problem 404; 409 `fleet.seal_exempt`; 422 for another's photo */
export async function sealVehicle(
  ctx: Ctx,
  { sealingId, vehicleId, photoId }: InputOf<Actions['sealVehicle']>,
): Promise<OutputOf<Actions['sealVehicle']>> {
  const row = await lockSealed(ctx, sealingId, vehicleId)
  if (row.exempt_reason !== null) throw new Problem(409, 'fleet.seal_exempt')
  await attachFiles(ctx, [photoId], 'fleet.sealing', sealingId)
  await ctx.db
    .updateTable('fleet.sealed_vehicle')
    .set({ sealed_at: ctx.now, sealed_by: ctx.actor.name, photo_id: photoId })
    .where('period_id', '=', sealingId)
    .where('vehicle_id', '=', vehicleId)
    .execute()
  await emit(ctx, 'fleet.vehicle_sealed', sealingId, { vehicleId, photoId })
  return done
}

/** Lets a vehicle be used over the holiday: why, and who allowed it. @throws Problem 404; 409 `fleet.seal_exempt` */
export async function exemptVehicle(
  ctx: Ctx,
  { sealingId, vehicleId, reason, approvedBy }: InputOf<Actions['exemptVehicle']>,
): Promise<OutputOf<Actions['exemptVehicle']>> {
  const row = await lockSealed(ctx, sealingId, vehicleId)
  if (row.exempt_reason !== null) throw new Problem(409, 'fleet.seal_exempt')
  await ctx.db
    .updateTable('fleet.sealed_vehicle')
    .set({ exempt_reason: reason.trim() || reason, exempt_approved_by: approvedBy })
    .where('period_id', '=', sealingId)
    .where('vehicle_id', '=', vehicleId)
    .execute()
  await emit(ctx, 'fleet.seal_exempted', sealingId, { vehicleId, reason, approvedBy })
  await reconcileSealed(ctx, sealingId, vehicleId)
  return done
}

const emit = (ctx: Ctx, type: string, sealingId: string, after: Record<string, unknown>) =>
  ctx.emit({ type, subjectType: 'fleet.sealing', subjectId: sealingId, after })
