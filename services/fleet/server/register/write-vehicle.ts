import { ensureResource } from '#engines/bookings/server/api.ts'
import { localDayOf, startOfLocalDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { registerActions } from '../../actions/register-actions.ts'
import { emitForVehicle, lockVehicle } from './lock-vehicle.ts'
import { recordReading } from './record-reading.ts'
import { applyLimits } from './vehicle-limits.ts'
import { readPlate } from './vehicle-sheet.ts'

type Actions = typeof registerActions

export interface NewVehicle {
  plate: string
  class: string
  body: string
  model: string
  special: boolean
  energy: string
  displacement_ml: number | null
  price_fen: number
  purchased_on: string
  seats: number
  emission_class: string
  yellow_label: boolean
  pool: string
  home_site_id: string | null
  /** As it stands in the book from the beginning. */
  state: 'IN_USE' | 'OUT_OF_USE' | 'RETIRED'
  out_of_use_reason?: string | null
  retired_on?: string | null
  retired_reason?: string | null
}

/**
 * 登记车辆: one that can be booked from now on, with the first line of its odometer ledger (km at registration).
 * @throws Problem 409 `fleet.plate_taken`; 422 for what cannot be
 */
export async function registerVehicle(
  ctx: Ctx,
  input: InputOf<Actions['registerVehicle']>,
): Promise<OutputOf<Actions['registerVehicle']>> {
  const plate = await freePlate(ctx, input.plate, null)
  await checkFacts(ctx, input)
  const id = await insertVehicle(
    ctx,
    {
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
    },
    input.km,
  )
  return { id }
}

/**
 * Writes a vehicle that was checked: resource, row, first reading at nine of the day of purchase, history, and what the caps say.
 * @throws Problem 422 `rules.exceeded` unless `advise`
 */
export async function insertVehicle(
  ctx: Ctx,
  vehicle: NewVehicle,
  km: number,
  advise = false,
): Promise<string> {
  const id = await ensureResource(ctx, {
    ...resourceOf(vehicle),
    closed: vehicle.state !== 'IN_USE',
  })
  await ctx.db
    .insertInto('fleet.vehicle')
    .values({ id, ...vehicle, created_at: ctx.now })
    .execute()
  await recordReading(ctx, { vehicleId: id, at: nineOf(vehicle.purchased_on), km, source: 'REGISTERED' })
  await emitForVehicle(ctx, id, 'fleet.vehicle_registered', { after: { ...vehicle, km } })
  await applyLimits(ctx, limitedSubject(id, vehicle.plate), vehicle, advise)
  return id
}

const limitedSubject = (id: string, plate: string) =>
  ({ type: 'fleet.vehicle', id, label: plate, href: `/fleet/vehicles/${id}` }) as const

/** Nine in the morning of a day: when a vehicle bought that day has its first reading. */
export const nineOf = (day: string) => new Date(startOfLocalDay(day).getTime() + 9 * 3_600_000)

/** What the bookings engine knows of a vehicle: seats for passengers, without the driver's. */
export function resourceOf({
  plate,
  seats,
  home_site_id,
}: Pick<NewVehicle, 'plate' | 'seats' | 'home_site_id'>) {
  return {
    kind: 'VEHICLE' as const,
    code: plate,
    name: plate,
    capacity: Math.max(1, seats - 1),
    siteId: home_site_id,
    href: '/fleet/vehicles',
  }
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
    await applyLimits(ctx, limitedSubject(vehicleId, plate), after)
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
