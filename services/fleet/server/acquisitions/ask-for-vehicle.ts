import { sql } from 'kysely'
import { resubmitApproval, withdrawApproval } from '#engines/approvals/server/api.ts'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { acquisitionStates } from '../../acquisition-states.ts'
import type { acquisitionActions } from '../../actions/acquisition-actions.ts'
import { vehicleClasses } from '../../words.ts'
import { applyLife, applyLimits, type LimitedSubject } from '../register/vehicle-limits.ts'
import { registerVehicle } from '../register/write-vehicle.ts'
import { type AcquisitionFacts, type Asked, acquisitionType, beginApproval } from './acquisition-approval.ts'

type Actions = typeof acquisitionActions
export type Wish = InputOf<Actions['askForVehicle']>

/**
 * 申请购置: checked against the caps at once, with where they are written, then decided by the approvals.
 * @throws Problem 422 `rules.exceeded`, `fleet.electric_displacement`, `fleet.unknown_vehicle`, `fleet.no_unit`
 */
export async function askForVehicle(ctx: Ctx, input: Wish): Promise<OutputOf<Actions['askForVehicle']>> {
  const row = await insertWish(ctx, input)
  if (await beginApproval(ctx, row, factsOf(row.unit_id, input)))
    await ctx.move(acquisitionStates, 'approve', row.id)
  return { id: row.id, number: row.number }
}

/** Writes the wish down and checks it; nobody is asked yet. @throws Problem 422 as above */
export async function insertWish(ctx: Ctx, input: Wish): Promise<Asked> {
  if (!ctx.actor.unitId) throw new Problem(422, 'fleet.no_unit')
  const { rows } = await sql<{ number: string }>`
    select kernel.next_number('GZ', ${localDayOf(ctx.now)}::date) as number`.execute(ctx.db)
  const { number } = rows[0]!
  const row = await ctx.db
    .insertInto('fleet.acquisition')
    .values({
      ...columnsOf(input),
      number,
      unit_id: ctx.actor.unitId,
      asked_by_person_id: ctx.actor.personId,
      asked_by: ctx.actor.name,
      asked_at: ctx.now,
      state: 'SUBMITTED',
    })
    .returning(['id', 'number', 'unit_id', 'asked_by_person_id', 'asked_by'])
    .executeTakeFirstOrThrow()
  // If this is refused, its number goes to the next one.
  const label = input.model || ctx.say(vehicleClasses[input.class])
  await checkWish(ctx, { ...acquisitionSubject(row), label, fresh: true }, input)
  await ctx.emit({
    type: 'fleet.acquisition_asked',
    subjectType: 'fleet.acquisition',
    subjectId: row.id,
    after: { number, ...input },
  })
  return row
}

/** 补充后重新提交. @throws Problem 404; 409; 422 as above */
export async function askAgain(
  ctx: Ctx,
  { acquisitionId, ...input }: InputOf<Actions['askAgain']>,
): Promise<OutputOf<Actions['askAgain']>> {
  const row = await lockAcquisition(ctx, acquisitionId)
  await ctx.move(acquisitionStates, 'resubmit', acquisitionId, { set: columnsOf(input) })
  await checkWish(ctx, acquisitionSubject(row), input)
  const { state } = await resubmitApproval(ctx, acquisitionType, acquisitionId, factsOf(row.unit_id, input))
  if (state === 'APPROVED') await ctx.move(acquisitionStates, 'approve', acquisitionId)
  return done
}

/** 撤回. @throws Problem 404; 409 when it is decided */
export async function withdrawAcquisition(
  ctx: Ctx,
  { acquisitionId, reason }: InputOf<Actions['withdrawAcquisition']>,
): Promise<OutputOf<Actions['withdrawAcquisition']>> {
  await lockAcquisition(ctx, acquisitionId)
  await ctx.move(acquisitionStates, 'withdraw', acquisitionId, {
    set: { decision_reason: reason },
    reason,
  })
  await withdrawApproval(ctx, acquisitionType, acquisitionId, reason)
  return done
}

/** 购置入册: what was bought, at the price that was paid; the caps are asked again. @throws Problem 404; 409; 422 */
export async function registerBought(
  ctx: Ctx,
  { acquisitionId, ...bought }: InputOf<Actions['registerBought']>,
): Promise<OutputOf<Actions['registerBought']>> {
  const row = await lockAcquisition(ctx, acquisitionId)
  if (bought.priceFen > row.price_fen)
    throw new Problem(422, 'fleet.dearer_than_approved', {
      params: { approved: row.price_fen / 100 },
      path: 'priceFen',
    })
  const vehicle = await registerVehicle(ctx, {
    plate: bought.plate,
    class: row.class as Wish['class'],
    body: row.body as Wish['body'],
    model: row.model,
    special: row.special,
    energy: row.energy as Wish['energy'],
    displacementMl: row.displacement_ml,
    priceFen: bought.priceFen,
    purchasedOn: bought.purchasedOn,
    seats: row.seats,
    pool: row.pool as 'CENTRE' | 'EMERGENCY',
    km: bought.km,
  })
  await ctx.move(acquisitionStates, 'register', acquisitionId, { set: { vehicle_id: vehicle.id } })
  return vehicle
}

const columnsOf = (input: Wish) => ({
  class: input.class,
  body: input.body,
  model: input.model ?? '',
  special: input.special ?? false,
  energy: input.energy,
  displacement_ml: input.displacementMl ?? null,
  price_fen: input.priceFen,
  seats: input.seats,
  pool: input.pool ?? 'CENTRE',
  reason: input.reason,
  replaces_id: input.replacesId ?? null,
})

const acquisitionSubject = ({ id, number }: { id: string; number: string }) =>
  ({
    type: acquisitionType,
    id,
    label: number,
    kind: text('车辆购置', 'Vehicles to buy'),
    href: `/fleet/acquisitions/${id}`,
  }) as const

async function checkWish(ctx: Ctx, subject: LimitedSubject, input: Wish) {
  if (input.energy === 'ELECTRIC' && input.displacementMl)
    throw new Problem(422, 'fleet.electric_displacement', { path: 'displacementMl' })
  await applyLimits(ctx, subject, columnsOf(input))
  if (!input.replacesId) return
  const old = await ctx.db
    .selectFrom('fleet.vehicle')
    .select('purchased_on')
    .where('id', '=', input.replacesId)
    .executeTakeFirst()
  if (!old) throw new Problem(422, 'fleet.unknown_vehicle', { path: 'replacesId' })
  await applyLife(ctx, subject, old.purchased_on)
}

export function factsOf(unit: string, input: Wish): AcquisitionFacts {
  return {
    unit,
    class: input.class,
    energy: input.energy,
    priceYuan: input.priceFen / 100,
    replaces: input.replacesId ? 'YES' : 'NO',
  }
}

async function lockAcquisition(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('fleet.acquisition')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}
