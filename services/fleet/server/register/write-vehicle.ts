import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { registerActions } from '../../actions/register-actions.ts'
import { insertVehicles, type NewVehicle, resourceOf } from './insert-vehicles.ts'
import { emitForVehicle, lockVehicle } from './lock-vehicle.ts'
import { applyLimits, vehicleSubject } from './vehicle-limits.ts'
import { readPlate } from './vehicle-sheet.ts'

type Actions = typeof registerActions

/**
 * 登记车辆: one that can be booked from now on, with the first line of its odometer ledger (km at registration).
 * @throws Problem 409 `fleet.plate_taken`; 422 for what cannot be, `rules.exceeded` with where a cap is written and what it allows
 */
export async function registerVehicle(
  ctx: Ctx,
  input: InputOf<Actions['registerVehicle']>,
): Promise<OutputOf<Actions['registerVehicle']>> {
  const plate = await freePlate(ctx, input.plate, null)
  await checkFacts(ctx, input)
  const vehicle = {
    plate,
    class: input.class,
    body: input.body,
    model: input.model ?? '',
    special: input.special ?? false,
    energy: input.energy,
    displacement_ml: input.displacementMl ?? null,
    price_fen: input.priceFen,
    purchased_on: input.purchasedOn,
    seats: input.seats,
    emission_class: input.emissionClass ?? '',
    yellow_label: input.yellowLabel ?? false,
    pool: input.pool ?? 'CENTRE',
    home_site_id: input.homeSiteId ?? null,
    state: 'IN_USE',
    km: input.km,
  } as const
  const [id] = await insertVehicles(ctx, [vehicle])
  await applyLimits(ctx, { ...vehicleSubject({ id: id!, plate }), fresh: true }, vehicle)
  return { id: id! }
}

/** @throws Problem 404; 409 `fleet.plate_taken`, `kernel.wrong_state`; 422 */
export async function changeVehicle(
  ctx: Ctx,
  { vehicleId, ...input }: InputOf<Actions['changeVehicle']>,
): Promise<OutputOf<Actions['changeVehicle']>> {
  const before = await lockVehicle(ctx, vehicleId)
  if (before.state === 'RETIRED') throw new Problem(409, 'fleet.vehicle_is_retired')
  const plate = input.plate === undefined ? before.plate : await freePlate(ctx, input.plate, vehicleId)
  const after = {
    plate,
    class: input.class ?? before.class,
    body: input.body ?? before.body,
    model: input.model ?? before.model,
    special: input.special ?? before.special,
    energy: input.energy ?? before.energy,
    displacement_ml: input.displacementMl === undefined ? before.displacement_ml : input.displacementMl,
    price_fen: input.priceFen ?? before.price_fen,
    purchased_on: input.purchasedOn ?? before.purchased_on,
    seats: input.seats ?? before.seats,
    emission_class: input.emissionClass ?? before.emission_class,
    yellow_label: input.yellowLabel ?? before.yellow_label,
    pool: input.pool ?? before.pool,
    home_site_id: input.homeSiteId === undefined ? before.home_site_id : input.homeSiteId,
  }
  await checkFacts(ctx, {
    energy: after.energy,
    displacementMl: after.displacement_ml,
    purchasedOn: after.purchased_on,
    homeSiteId: input.homeSiteId ?? null,
  })
  const changed = await writeVehicle(ctx, before, after)
  const asked = ['class', 'body', 'special', 'energy', 'displacement_ml', 'price_fen'] as const
  if (changed && asked.some((column) => before[column] !== after[column]))
    await applyLimits(ctx, vehicleSubject({ id: vehicleId, plate }), after)
  return done
}

/** Writes what differs, here and in the resource. @returns whether anything did */
export async function writeVehicle(
  ctx: Ctx,
  before: Record<string, unknown> & { id: string },
  after: Omit<Partial<NewVehicle>, 'state'> & Pick<NewVehicle, 'plate' | 'seats' | 'home_site_id'>,
): Promise<boolean> {
  const changed = Object.entries(after).filter(([column, value]) => before[column] !== value)
  if (changed.length === 0) return false
  await ctx.db
    .updateTable('fleet.vehicle')
    .set(Object.fromEntries(changed))
    .where('id', '=', before.id)
    .execute()
  const { kind: _, siteId, ...resource } = resourceOf(after)
  await ctx.db
    .updateTable('bookings.resource')
    .set({ ...resource, site_id: siteId })
    .where('id', '=', before.id)
    .execute()
  await emitForVehicle(ctx, before.id, 'fleet.vehicle_changed', {
    before: Object.fromEntries(changed.map(([column]) => [column, before[column]])),
    after: Object.fromEntries(changed),
  })
  return true
}

async function freePlate(ctx: Ctx, words: string, own: string | null): Promise<string> {
  const plate = readPlate(words)
  if (!plate) throw new Problem(422, 'fleet.bad_plate', { params: { plate: words }, path: 'plate' })
  const other = await ctx.db
    .selectFrom('fleet.vehicle')
    .select('id')
    .where('plate', '=', plate)
    .executeTakeFirst()
  if (other && other.id !== own)
    throw new Problem(409, 'fleet.plate_taken', { params: { plate }, path: 'plate' })
  return plate
}

interface Facts {
  energy: string
  displacementMl?: number | null | undefined
  purchasedOn: string
  homeSiteId?: string | null | undefined
}

async function checkFacts(ctx: Ctx, facts: Facts): Promise<void> {
  if (facts.energy === 'ELECTRIC' && facts.displacementMl)
    throw new Problem(422, 'fleet.electric_displacement', { path: 'displacementMl' })
  if (facts.purchasedOn > localDayOf(ctx.now))
    throw new Problem(422, 'fleet.in_future', { path: 'purchasedOn' })
  if (!facts.homeSiteId) return
  const site = await ctx.db
    .selectFrom('directory.site')
    .select('id')
    .where('id', '=', facts.homeSiteId)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  if (!site) throw new Problem(422, 'fleet.unknown_home', { path: 'homeSiteId' })
}
