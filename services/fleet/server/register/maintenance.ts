import { sql } from 'kysely'
import { localDayOf, startOfLocalDay } from '#engines/calendar/local-day.ts'
import { voidChecklist } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { attachFiles } from '#kernel/files/store-file.ts'
import type { upkeepActions } from '../../actions/upkeep-actions.ts'
import { emitForVehicle, lockVehicle } from './lock-vehicle.ts'
import { recordReading } from './record-reading.ts'
import { recordSubject, recordUpkeepCheck } from './upkeep-check.ts'

type Actions = typeof upkeepActions
type NewRecord = InputOf<Actions['recordMaintenance']>

/** 设定保养计划, counted from today and the km now unless said otherwise. @throws Problem 404; 422 `fleet.plan_without_measure` */
export async function makePlan(
  ctx: Ctx,
  { vehicleId, ...input }: InputOf<Actions['makePlan']>,
): Promise<OutputOf<Actions['makePlan']>> {
  await lockVehicle(ctx, vehicleId)
  if (!input.everyDays && !input.everyKm && !input.everyHours)
    throw new Problem(422, 'fleet.plan_without_measure', { path: 'everyDays' })
  const { id } = await ctx.db
    .insertInto('fleet.maintenance_plan')
    .values({
      vehicle_id: vehicleId,
      title: input.title,
      every_days: input.everyDays ?? null,
      every_km: input.everyKm ?? null,
      every_hours: input.everyHours ?? null,
      ahead_days: input.aheadDays ?? 15,
      ahead_km: input.aheadKm ?? 500,
      from_day: input.fromDay ?? localDayOf(ctx.now),
      from_km: input.fromKm ?? (await kmNow(ctx, vehicleId)),
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await emitForVehicle(ctx, vehicleId, 'fleet.plan_made', { after: { id, ...input } })
  return { id }
}

async function kmNow(ctx: Ctx, vehicleId: string): Promise<number> {
  const { rows } = await sql<{ km: number | null }>`select max(km) as km from fleet.odometer_reading
    where bureau_id = kernel.bureau() and vehicle_id = ${vehicleId} and voided_at is null`.execute(ctx.db)
  return rows[0]?.km ?? 0
}

/** @throws Problem 404; 409 `fleet.plan_over` */
export async function endPlan(
  ctx: Ctx,
  { vehicleId, planId, reason }: InputOf<Actions['endPlan']>,
): Promise<OutputOf<Actions['endPlan']>> {
  await lockVehicle(ctx, vehicleId)
  const plan = await ctx.db
    .selectFrom('fleet.maintenance_plan')
    .select(['id', 'title', 'ended_at'])
    .where('id', '=', planId)
    .where('vehicle_id', '=', vehicleId)
    .forUpdate()
    .executeTakeFirst()
  if (!plan) throw new Problem(404, 'kernel.not_found')
  if (plan.ended_at) throw new Problem(409, 'fleet.plan_over')
  await ctx.db
    .updateTable('fleet.maintenance_plan')
    .set({ ended_at: ctx.now })
    .where('id', '=', planId)
    .execute()
  await emitForVehicle(ctx, vehicleId, 'fleet.plan_ended', { before: { title: plan.title }, reason })
  return done
}

/**
 * Upkeep, a repair, an inspection or a retest, with the checklist of the upkeep standard; the km go into the odometer ledger in the
 * same step. A retest follows a failed
 * inspection or the repair after it. @throws Problem 404; 409 `fleet.followed_before`; 422 for what cannot be
 */
export async function recordMaintenance(
  ctx: Ctx,
  { vehicleId, answers, ...input }: NewRecord,
): Promise<OutputOf<Actions['recordMaintenance']>> {
  const vehicle = await lockVehicle(ctx, vehicleId)
  if (input.onDay > localDayOf(ctx.now)) throw new Problem(422, 'fleet.in_future', { path: 'onDay' })
  if (input.onDay < vehicle.purchased_on)
    throw new Problem(422, 'fleet.before_purchase', { params: { day: vehicle.purchased_on }, path: 'onDay' })
  checkResult(input)
  await checkPlan(ctx, vehicleId, input.planId ?? null)
  await checkChain(ctx, vehicleId, { vehicleId, ...input })
  const readingId = await readOnTheWay(ctx, vehicleId, input)
  const { id } = await ctx.db
    .insertInto('fleet.maintenance_record')
    .values({
      vehicle_id: vehicleId,
      kind: input.kind,
      plan_id: input.planId ?? null,
      follows_id: input.followsId ?? null,
      on_day: input.onDay,
      km: input.km ?? null,
      reading_id: readingId,
      shop: input.shop ?? '',
      what: input.what,
      cost_fen: input.costFen ?? 0,
      passed: input.passed ?? null,
      file_id: input.fileId ?? null,
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (input.fileId) await attachFiles(ctx, [input.fileId], 'fleet.vehicle', vehicleId)
  await recordUpkeepCheck(ctx, { id, plate: vehicle.plate, vehicleId, ...input }, answers ?? [])
  await emitForVehicle(ctx, vehicleId, 'fleet.maintenance_recorded', { after: { id, ...input } })
  return { id }
}

const isTest = (kind: string) => kind === 'INSPECTION' || kind === 'RETEST'

function checkResult({ kind, passed }: Pick<NewRecord, 'kind' | 'passed'>): void {
  const given = passed !== undefined && passed !== null
  if (isTest(kind) && !given) throw new Problem(422, 'fleet.passed_missing', { path: 'passed' })
  if (!isTest(kind) && given) throw new Problem(422, 'fleet.no_result_here', { path: 'passed' })
}

async function checkPlan(ctx: Ctx, vehicleId: string, planId: string | null): Promise<void> {
  if (!planId) return
  const plan = await ctx.db
    .selectFrom('fleet.maintenance_plan')
    .select('id')
    .where('id', '=', planId)
    .where('vehicle_id', '=', vehicleId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!plan) throw new Problem(422, 'fleet.unknown_plan', { path: 'planId' })
}

async function checkChain(ctx: Ctx, vehicleId: string, { kind, followsId }: NewRecord): Promise<void> {
  if (!followsId) {
    if (kind === 'RETEST') throw new Problem(422, 'fleet.chain_broken', { path: 'followsId' })
    return
  }
  const { rows } = await sql<{ kind: string; passed: boolean | null; followed: boolean; in_chain: boolean }>`
    select r.kind, r.passed, r.follows_id is not null as in_chain,
      exists (select from fleet.maintenance_record n where n.bureau_id = r.bureau_id and n.follows_id = r.id
        and n.voided_at is null) as followed
    from fleet.maintenance_record r where r.bureau_id = kernel.bureau() and r.id = ${followsId}
      and r.vehicle_id = ${vehicleId} and r.voided_at is null`.execute(ctx.db)
  const [before] = rows
  const fits =
    before !== undefined &&
    (before.passed === false || (before.kind === 'REPAIR' && before.in_chain)) &&
    (kind === 'RETEST' || kind === 'REPAIR')
  if (!fits) throw new Problem(422, 'fleet.chain_broken', { path: 'followsId' })
  if (before.followed) throw new Problem(409, 'fleet.followed_before', { path: 'followsId' })
}

/**
 * The km of the day, placed where they fit: nobody notes the hour, so right after the last reading of that day that is not more,
 * at noon where there is none, and never in the future. None when the same km are in the ledger of that day already.
 */
async function readOnTheWay(
  ctx: Ctx,
  vehicleId: string,
  { km, onDay, kind }: Pick<NewRecord, 'km' | 'onDay' | 'kind'>,
): Promise<string | null> {
  if (km === undefined || km === null) return null
  const start = startOfLocalDay(onDay)
  const { rows } = await sql<{ at: string; km: number }>`
    select at, km from fleet.odometer_reading where bureau_id = kernel.bureau() and vehicle_id = ${vehicleId} and voided_at is null
      and at >= ${start}::timestamptz and at < ${start}::timestamptz + interval '1 day' and km <= ${km}
    order by at desc limit 1`.execute(ctx.db)
  const [before] = rows
  if (before?.km === km) return null
  const at = before
    ? new Date(new Date(before.at).getTime() + 60_000)
    : new Date(start.getTime() + 12 * 3_600_000)
  return recordReading(ctx, {
    vehicleId,
    at: new Date(Math.min(at.getTime(), ctx.now.getTime())),
    km,
    source: isTest(kind) ? 'INSPECTION' : 'MAINTENANCE',
  })
}

/** 作废; its reading is voided with it, and its checklist leaves the figures. @throws Problem 404; 409 `fleet.voided_before`, `fleet.followed_before` */
export async function voidMaintenance(
  ctx: Ctx,
  { vehicleId, recordId, reason }: InputOf<Actions['voidMaintenance']>,
): Promise<OutputOf<Actions['voidMaintenance']>> {
  await lockVehicle(ctx, vehicleId)
  const row = await ctx.db
    .selectFrom('fleet.maintenance_record')
    .selectAll()
    .where('id', '=', recordId)
    .where('vehicle_id', '=', vehicleId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (row.voided_at) throw new Problem(409, 'fleet.voided_before')
  const next = await ctx.db
    .selectFrom('fleet.maintenance_record')
    .select('id')
    .where('follows_id', '=', recordId)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (next) throw new Problem(409, 'fleet.followed_before')
  const voided = { voided_at: ctx.now, voided_by: ctx.actor.name, void_reason: reason }
  await ctx.db.updateTable('fleet.maintenance_record').set(voided).where('id', '=', recordId).execute()
  if (row.reading_id)
    await ctx.db
      .updateTable('fleet.odometer_reading')
      .set(voided)
      .where('id', '=', row.reading_id)
      .where('voided_at', 'is', null)
      .execute()
  await voidChecklist(ctx, { type: recordSubject, id: recordId }, reason)
  await emitForVehicle(ctx, vehicleId, 'fleet.maintenance_voided', {
    before: { id: recordId, kind: row.kind, what: row.what },
    reason,
  })
  return done
}
