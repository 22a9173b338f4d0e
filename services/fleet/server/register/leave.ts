import { blackOut, liftBlackout } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { driverActions } from '../../actions/driver-actions.ts'
import { absenceKinds } from '../../register-words.ts'
import { absenceStates } from '../../states.ts'
import { lockDriver } from './lock-vehicle.ts'
import { tripsWithin } from './select-absences.ts'
import { isSelf } from './select-drivers.ts'
import { emitForDriver } from './write-driver.ts'

type Actions = typeof driverActions

const longestDays = 366

/** 请假: a driver for himself, the dispatcher for anybody. @throws Problem 403; 404; 409 `fleet.away_already`; 422 */
export async function askForLeave(
  ctx: Ctx,
  input: InputOf<Actions['askForLeave']>,
): Promise<OutputOf<Actions['askForLeave']>> {
  const driver = await lockDriver(ctx, input.driverId ?? (await ownDriverId(ctx)))
  if (!isSelf(ctx, driver) && !ctx.has('fleet.dispatch')) throw new Problem(404, 'kernel.not_found')
  if (driver.state === 'LEFT') throw new Problem(409, 'fleet.driver_has_left')
  const [from, to] = [new Date(input.from), new Date(input.to)]
  if (!(from < to)) throw new Problem(422, 'fleet.leave_turned', { path: 'to' })
  if (to.getTime() - from.getTime() > longestDays * 86_400_000)
    throw new Problem(422, 'fleet.leave_too_long', { path: 'to' })
  await refuseTwice(ctx, driver.id, from, to)
  const { id } = await ctx.db
    .insertInto('fleet.driver_absence')
    .values({
      driver_id: driver.id,
      kind: input.kind,
      starts_at: from,
      ends_at: to,
      reason: input.reason ?? '',
      state: 'ASKED',
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  // The reason may be an illness: it stays out of the history.
  await emitForDriver(ctx, driver.id, 'fleet.leave_asked', { after: { id, kind: input.kind, from, to } })
  return { id }
}

/** The driver who is signed in. @throws Problem 422 `fleet.not_a_driver` */
async function ownDriverId(ctx: Ctx): Promise<string> {
  const own = ctx.actor.personId
    ? await ctx.db
        .selectFrom('fleet.driver')
        .select('id')
        .where('person_id', '=', ctx.actor.personId)
        .where('state', '=', 'ACTIVE')
        .executeTakeFirst()
    : undefined
  if (!own) throw new Problem(422, 'fleet.not_a_driver', { path: 'driverId' })
  return own.id
}

/** The constraint refuses it too; the driver is locked, so that this one is first. */
async function refuseTwice(ctx: Ctx, driverId: string, from: Date, to: Date): Promise<void> {
  const other = await ctx.db
    .selectFrom('fleet.driver_absence')
    .select('id')
    .where('driver_id', '=', driverId)
    .where('state', 'in', ['ASKED', 'GRANTED'])
    .where('starts_at', '<', to.toISOString())
    .where('ends_at', '>', from.toISOString())
    .executeTakeFirst()
  if (other) throw new Problem(409, 'fleet.away_already', { path: 'from' })
}

/**
 * 准假: the driver cannot be booked for that time any more. Trips planned already stay and are named, for somebody to give them to
 * another driver. @throws Problem 404; 409
 */
export async function grantLeave(
  ctx: Ctx,
  { absenceId, reason }: InputOf<Actions['grantLeave']>,
): Promise<OutputOf<Actions['grantLeave']>> {
  const absence = await lockAbsence(ctx, absenceId)
  await lockDriver(ctx, absence.driver_id)
  await ctx.move(absenceStates, 'grant', absenceId, {
    set: decision(ctx, reason ?? null),
    ...(reason ? { reason } : {}),
    note: { driverId: absence.driver_id },
  })
  const blackout = await blackOut(ctx, {
    resourceId: absence.driver_id,
    from: absence.starts_at,
    to: absence.ends_at,
    reason: absenceKinds[absence.kind as keyof typeof absenceKinds].zh,
  })
  await ctx.db
    .updateTable('fleet.driver_absence')
    .set({ blackout_id: blackout.id })
    .where('id', '=', absenceId)
    .execute()
  return { trips: (await tripsWithin(ctx, [absenceId])).get(absenceId) ?? [] }
}

/** 不准假, with the reason. @throws Problem 404; 409 */
export async function refuseLeave(
  ctx: Ctx,
  { absenceId, reason }: InputOf<Actions['refuseLeave']>,
): Promise<OutputOf<Actions['refuseLeave']>> {
  const absence = await lockAbsence(ctx, absenceId)
  await ctx.move(absenceStates, 'refuse', absenceId, {
    set: decision(ctx, reason),
    reason,
    note: { driverId: absence.driver_id },
  })
  return done
}

/** 撤回或销假: the driver can be booked again. @throws Problem 404 for somebody else's; 409 when it is over */
export async function withdrawLeave(
  ctx: Ctx,
  { absenceId }: InputOf<Actions['withdrawLeave']>,
): Promise<OutputOf<Actions['withdrawLeave']>> {
  const absence = await lockAbsence(ctx, absenceId)
  const driver = await lockDriver(ctx, absence.driver_id)
  if (!isSelf(ctx, driver) && !ctx.has('fleet.dispatch')) throw new Problem(404, 'kernel.not_found')
  if (new Date(absence.ends_at) <= ctx.now) throw new Problem(409, 'fleet.leave_over')
  await ctx.move(absenceStates, 'withdraw', absenceId, { note: { driverId: absence.driver_id } })
  if (absence.blackout_id) await liftBlackout(ctx, { blackoutId: absence.blackout_id })
  return done
}

async function lockAbsence(ctx: Ctx, absenceId: string) {
  const row = await ctx.db
    .selectFrom('fleet.driver_absence')
    .selectAll()
    .where('id', '=', absenceId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}

const decision = (ctx: Ctx, reason: string | null) => ({
  decided_at: ctx.now,
  decided_by: ctx.actor.name,
  decision_reason: reason,
})
