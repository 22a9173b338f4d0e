import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { registerActions } from '../../actions/register-actions.ts'
import { vehicleStates } from '../../states.ts'
import { lockVehicle } from './lock-vehicle.ts'
import { applyLife, vehicleSubject } from './vehicle-limits.ts'

type Actions = typeof registerActions

/** 停用: nobody books it any more until it is put back; trips already planned stay, and are named to the dispatcher. */
export async function takeOutVehicle(
  ctx: Ctx,
  { vehicleId, reason }: InputOf<Actions['takeOutVehicle']>,
): Promise<OutputOf<Actions['takeOutVehicle']>> {
  await ctx.move(vehicleStates, 'takeOut', vehicleId, { set: { out_of_use_reason: reason }, reason })
  await closeResource(ctx, vehicleId, true)
  return done
}

/** 恢复使用 */
export async function putBackVehicle(
  ctx: Ctx,
  { vehicleId }: InputOf<Actions['putBackVehicle']>,
): Promise<OutputOf<Actions['putBackVehicle']>> {
  await ctx.move(vehicleStates, 'putBack', vehicleId, { set: { out_of_use_reason: null } })
  await closeResource(ctx, vehicleId, false)
  return done
}

/**
 * 处置 (报废、提前报废黄标车、调拨): the end of a vehicle in the book, with its reason.
 * @throws Problem 409 `fleet.trips_ahead` while trips hold it; 422 for a day that cannot be
 */
export async function retireVehicle(
  ctx: Ctx,
  { vehicleId, retiredOn, reason }: InputOf<Actions['retireVehicle']>,
): Promise<OutputOf<Actions['retireVehicle']>> {
  const vehicle = await lockVehicle(ctx, vehicleId)
  if (retiredOn > localDayOf(ctx.now)) throw new Problem(422, 'fleet.in_future', { path: 'retiredOn' })
  if (retiredOn < vehicle.purchased_on)
    throw new Problem(422, 'fleet.before_purchase', {
      params: { day: vehicle.purchased_on },
      path: 'retiredOn',
    })
  await refuseTripsAhead(ctx, vehicleId)
  await ctx.move(vehicleStates, 'retire', vehicleId, {
    set: { retired_on: retiredOn, retired_reason: reason, out_of_use_reason: null },
    reason,
  })
  await closeResource(ctx, vehicleId, true)
  await applyLife(ctx, vehicleSubject({ id: vehicleId, plate: vehicle.plate }), vehicle.purchased_on)
  return done
}

/** Closes or opens what the bookings engine knows of a vehicle or a driver. */
export async function closeResource(ctx: Ctx, resourceId: string, closed: boolean): Promise<void> {
  await ctx.db
    .updateTable('bookings.resource')
    .set({ closed_at: closed ? ctx.now : null })
    .where('id', '=', resourceId)
    .execute()
}

async function refuseTripsAhead(ctx: Ctx, vehicleId: string): Promise<void> {
  const { rows } = await sql<{ number: string }>`select number from fleet.trip
    where bureau_id = kernel.bureau() and vehicle_id = ${vehicleId} and state in ('ASSIGNED', 'UNDER_WAY', 'WAITING')
    order by starts_at limit 20`.execute(ctx.db)
  if (rows.length > 0)
    throw new Problem(409, 'fleet.trips_ahead', {
      params: { count: rows.length, numbers: rows.map(({ number }) => number).join('、') },
    })
}
