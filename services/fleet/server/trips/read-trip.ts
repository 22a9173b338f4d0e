import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { tripActions } from '../../actions/trip-actions.ts'
import type { TripCost, TripDetail, TripStep } from '../../trip-schema.ts'
import { readDispatchCheck } from '../dispatch/check-dispatch.ts'
import { readDecisions } from './read-decisions.ts'
import { readDriverTrip } from './read-driver-trip.ts'
import { selectTrips } from './select-trips.ts'

/** The whole chain of one trip: request, approval, dispatch, steps, odometer, costs, light. @throws Problem 404 */
export async function readTrip(
  ctx: Ctx,
  { tripId }: InputOf<(typeof tripActions)['readTrip']>,
): Promise<TripDetail> {
  const row = await selectTrips(ctx).where('t.id', '=', tripId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const asked = await ctx.db
    .selectFrom('fleet.request')
    .select(['id as requestId', 'submitted_at as submittedAt', 'approved_at as approvedAt', 'emergency'])
    .where('id', 'in', [tripId, ...row.requests.map(({ id }) => id)])
    .orderBy('number')
    .execute()
  const decisions = await readDecisions(
    ctx,
    asked.map(({ requestId }) => requestId),
  )
  return {
    ...(await readDriverTrip(ctx, row)),
    gpsKm: row.gps_km,
    createdAt: row.created_at,
    createdBy: row.created_by,
    verifiedNote: row.verified_note,
    approvals: asked.map((one) => ({ ...one, decisions: decisions.get(one.requestId) ?? [] })),
    steps: await readSteps(ctx, tripId),
    readings: await readReadings(ctx, tripId, row.vehicle_id),
    costs: await readCosts(ctx, tripId),
    // Its remarks may say why a driver is away.
    dispatchCheck: ctx.has('fleet.read-board') && !row.imported ? await readDispatchCheck(ctx, row) : null,
  }
}

async function readSteps(ctx: Ctx, tripId: string): Promise<TripStep[]> {
  const { rows } = await sql<TripStep>`
    select id, kind, at, place, by_name as by, for_driver as "forDriver", arrived_at as "arrivedAt"
    from fleet.trip_step where bureau_id = kernel.bureau() and trip_id = ${tripId} order by at, id`.execute(
    ctx.db,
  )
  return rows
}

async function readReadings(ctx: Ctx, tripId: string, vehicleId: string): Promise<TripDetail['readings']> {
  const { rows } = await sql<TripDetail['readings'][number]>`
    select id, at, km, source, photo_id as "photoId", created_by as by, void_reason as "voidReason"
    from fleet.odometer_reading where bureau_id = kernel.bureau() and vehicle_id = ${vehicleId} and trip_id = ${tripId}
    order by at, km`.execute(ctx.db)
  return rows
}

async function readCosts(ctx: Ctx, tripId: string): Promise<TripCost[]> {
  const { rows } = await sql<TripCost>`
    select id, kind, amount_fen::float8 as "amountFen", litres::float8 as litres, energy_kwh::float8 as "energyKwh",
      receipt_id as "receiptId", note, corrects_id as "correctsId", at, by_name as by
    from fleet.trip_cost where bureau_id = kernel.bureau() and trip_id = ${tripId} order by at, id`.execute(
    ctx.db,
  )
  return rows
}
