import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { incidentActions } from '../../actions/incident-actions.ts'
import { type DriverThen, findDriverThen } from './find-driver-then.ts'
import { emitForVehicle, refuseFuture } from './lock-vehicle.ts'

type Actions = typeof incidentActions

/** 登记事故: who drove is found from the trip. @throws Problem 422 `fleet.unknown_vehicle`, `fleet.in_future` */
export async function recordAccident(
  ctx: Ctx,
  input: InputOf<Actions['recordAccident']>,
): Promise<OutputOf<Actions['recordAccident']>> {
  const { at, then } = await checkMoment(ctx, input)
  const { id } = await ctx.db
    .insertInto('fleet.accident')
    .values({
      ...personOf(then),
      vehicle_id: input.vehicleId,
      at,
      place: input.place,
      what: input.what,
      injured: input.injured ?? 0,
      dead: input.dead ?? 0,
      blame: input.blame ?? 'OPEN',
      damage_fen: input.damageFen ?? 0,
      insured_fen: input.insuredFen ?? 0,
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await emitForVehicle(ctx, input.vehicleId, 'fleet.accident_recorded', {
    after: { id, ...input, driver: then.driverName, foundBy: then.foundBy },
  })
  return { id, foundBy: then.foundBy, driverName: then.driverName }
}

/** 登记违章, once for each notice. @throws Problem 409 `fleet.notice_taken`; 422 as above */
export async function recordViolation(
  ctx: Ctx,
  input: InputOf<Actions['recordViolation']>,
): Promise<OutputOf<Actions['recordViolation']>> {
  const { at, then } = await checkMoment(ctx, input)
  const violation = await ctx.db
    .insertInto('fleet.violation')
    .values({
      ...personOf(then),
      vehicle_id: input.vehicleId,
      notice_no: input.noticeNo,
      at,
      place: input.place,
      what: input.what,
      fine_fen: input.fineFen ?? 0,
      points: input.points ?? 0,
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .onConflict((clash) =>
      clash.columns(['bureau_id', 'notice_no']).where('voided_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!violation)
    throw new Problem(409, 'fleet.notice_taken', { params: { number: input.noticeNo }, path: 'noticeNo' })
  await emitForVehicle(ctx, input.vehicleId, 'fleet.violation_recorded', {
    after: { ...violation, ...input, driver: then.driverName, foundBy: then.foundBy },
  })
  return { id: violation.id, foundBy: then.foundBy, driverName: then.driverName }
}

interface Moment {
  vehicleId: string
  driverId?: string
  at: string
}

async function checkMoment(ctx: Ctx, input: Moment) {
  const at = new Date(input.at)
  refuseFuture(ctx, at, 'at')
  const vehicle = await ctx.db
    .selectFrom('fleet.vehicle')
    .select('purchased_on')
    .where('id', '=', input.vehicleId)
    .executeTakeFirst()
  if (!vehicle) throw new Problem(422, 'fleet.unknown_vehicle', { path: 'vehicleId' })
  if (localDayOf(at) < vehicle.purchased_on)
    throw new Problem(422, 'fleet.before_purchase', { params: { day: vehicle.purchased_on }, path: 'at' })
  const then = await findDriverThen(ctx, { vehicleId: input.vehicleId, at, driverId: input.driverId })
  return { at, then }
}

const personOf = ({ driverId, tripId, foundBy }: DriverThen) => ({
  driver_id: driverId,
  trip_id: tripId,
  found_by: foundBy,
})

/** 指定驾驶员: by hand, with the reason. @throws Problem 404; 409 `fleet.voided_before`; 422 `fleet.unknown_driver` */
export async function nameDriver(
  ctx: Ctx,
  { violationId, driverId, reason }: InputOf<Actions['nameDriver']>,
): Promise<OutputOf<Actions['nameDriver']>> {
  const row = await lockViolation(ctx, violationId)
  const then = await findDriverThen(ctx, { vehicleId: row.vehicle_id, at: new Date(row.at), driverId })
  await ctx.db.updateTable('fleet.violation').set(personOf(then)).where('id', '=', violationId).execute()
  await emitForVehicle(ctx, row.vehicle_id, 'fleet.driver_named', {
    before: { driverId: row.driver_id, foundBy: row.found_by },
    after: { violationId, driverId, driver: then.driverName, foundBy: then.foundBy },
    reason,
  })
  return done
}

/** 已处理. @throws Problem 404; 409 `fleet.settled_before`, `fleet.voided_before`; 422 `fleet.in_future` */
export async function settleViolation(
  ctx: Ctx,
  { violationId, settledOn }: InputOf<Actions['settleViolation']>,
): Promise<OutputOf<Actions['settleViolation']>> {
  const row = await lockViolation(ctx, violationId)
  if (row.settled_on) throw new Problem(409, 'fleet.settled_before')
  if (settledOn > localDayOf(ctx.now) || settledOn < localDayOf(new Date(row.at)))
    throw new Problem(422, 'fleet.in_future', { path: 'settledOn' })
  await ctx.db
    .updateTable('fleet.violation')
    .set({ settled_on: settledOn })
    .where('id', '=', violationId)
    .execute()
  await emitForVehicle(ctx, row.vehicle_id, 'fleet.violation_settled', { after: { violationId, settledOn } })
  return done
}

/** @throws Problem 404; 409 `fleet.voided_before` */
export async function voidViolation(
  ctx: Ctx,
  { violationId, reason }: InputOf<Actions['voidViolation']>,
): Promise<OutputOf<Actions['voidViolation']>> {
  const row = await lockViolation(ctx, violationId)
  await ctx.db
    .updateTable('fleet.violation')
    .set({ voided_at: ctx.now, voided_by: ctx.actor.name, void_reason: reason })
    .where('id', '=', violationId)
    .execute()
  await emitForVehicle(ctx, row.vehicle_id, 'fleet.violation_voided', { before: { violationId }, reason })
  return done
}

/**
 * 认定责任, once, of an accident recorded before it was known; who settled it and on what ground stays.
 * @throws Problem 404; 409 `fleet.voided_before`, `fleet.blame_settled_before`
 */
export async function settleBlame(
  ctx: Ctx,
  { accidentId, blame, ground }: InputOf<Actions['settleBlame']>,
): Promise<OutputOf<Actions['settleBlame']>> {
  const row = await lockAccident(ctx, accidentId)
  if (row.blame !== 'OPEN') throw new Problem(409, 'fleet.blame_settled_before')
  await ctx.db
    .updateTable('fleet.accident')
    .set({ blame, blame_at: ctx.now, blame_by: ctx.actor.name, blame_ground: ground })
    .where('id', '=', accidentId)
    .execute()
  await emitForVehicle(ctx, row.vehicle_id, 'fleet.blame_settled', {
    before: { accidentId, blame: row.blame },
    after: { accidentId, blame },
    reason: ground,
  })
  return done
}

/** @throws Problem 404; 409 `fleet.voided_before` */
export async function voidAccident(
  ctx: Ctx,
  { accidentId, reason }: InputOf<Actions['voidAccident']>,
): Promise<OutputOf<Actions['voidAccident']>> {
  const row = await lockAccident(ctx, accidentId)
  await ctx.db
    .updateTable('fleet.accident')
    .set({ voided_at: ctx.now, voided_by: ctx.actor.name, void_reason: reason })
    .where('id', '=', accidentId)
    .execute()
  await emitForVehicle(ctx, row.vehicle_id, 'fleet.accident_voided', { before: { accidentId }, reason })
  return done
}

async function lockViolation(ctx: Ctx, violationId: string) {
  const row = await ctx.db
    .selectFrom('fleet.violation')
    .selectAll()
    .where('id', '=', violationId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (row.voided_at) throw new Problem(409, 'fleet.voided_before')
  return row
}

async function lockAccident(ctx: Ctx, accidentId: string) {
  const row = await ctx.db
    .selectFrom('fleet.accident')
    .select(['vehicle_id', 'voided_at', 'blame'])
    .where('id', '=', accidentId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (row.voided_at) throw new Problem(409, 'fleet.voided_before')
  return row
}
