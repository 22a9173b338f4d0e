import { localDayOf } from '#engines/calendar/local-day.ts'
import {
  adviseOnMany,
  applyRules,
  type RuleCheck,
  type RuleSubject,
  readVerdicts,
  type Verdict,
} from '#engines/rules/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import { yearsBetween } from './inspection-interval.ts'

/** What the caps ask about a vehicle; price in fen, displacement in millilitres. */
export interface LimitedVehicle {
  class: string
  body: string
  special: boolean
  energy: string
  displacement_ml: number | null
  price_fen: number
}

const newEnergy = ['ELECTRIC', 'PLUG_IN']

const buses = ['MEDIUM_BUS', 'LARGE_BUS']

/**
 * The caps on price and displacement that count for a vehicle of this class and body; the table has yuan and litres. A bus is bought only
 * under the exception for special cases, so its caps are those, and for a large one no displacement is set; the caps are of cars
 * and buses, not of lorries (中办发〔2017〕71号, mark B).
 */
export function checksOf(vehicle: LimitedVehicle): RuleCheck[] {
  if (vehicle.body === 'TRUCK') return []
  const key = {
    vehicleClass: vehicle.class === 'OTHER_PROVISIONED' ? 'OTHER' : vehicle.class,
    bodyType: vehicle.body,
    special: vehicle.special || buses.includes(vehicle.body) ? 'yes' : 'no',
    energy: newEnergy.includes(vehicle.energy) ? 'NEV' : 'FUEL',
  }
  const price = { ruleId: 'FLEET.PRICE_CAP', key, value: vehicle.price_fen / 100, field: 'priceFen' }
  if (vehicle.displacement_ml === null || vehicle.body === 'LARGE_BUS') return [price]
  const litres = vehicle.displacement_ml / 1000
  return [price, { ruleId: 'FLEET.DISPLACEMENT_CAP', key, value: litres, field: 'displacementMl' }]
}

/** Only asks: for the form, beside the fields. */
export function previewLimits(ctx: Ctx, vehicle: LimitedVehicle): Promise<Verdict[]> {
  return readVerdicts(ctx, { checks: checksOf(vehicle) })
}

export interface LimitedSubject extends RuleSubject {
  type: 'fleet.vehicle' | 'fleet.acquisition'
}

/** Asks for a vehicle or a purchase and remembers what came out. @throws Problem 422 `rules.exceeded` where a cap blocks */
export function applyLimits(ctx: Ctx, subject: LimitedSubject, vehicle: LimitedVehicle): Promise<Verdict[]> {
  return applyRules(ctx, { subject, checks: checksOf(vehicle) })
}

/** The same for vehicles that were bought by the rules of their day: the caps of today only show. */
export async function adviseLimits(
  ctx: Ctx,
  vehicles: readonly (LimitedVehicle & { id: string; plate: string })[],
): Promise<void> {
  await adviseOnMany(
    ctx,
    vehicles.map((vehicle) => ({ subject: vehicleSubject(vehicle), checks: checksOf(vehicle) })),
  )
}

/** A vehicle as the decisions of the rules name it. */
export const vehicleSubject = ({ id, plate }: { id: string; plate: string }) =>
  ({
    type: 'fleet.vehicle',
    id,
    label: plate,
    kind: text('车辆', 'Vehicles'),
    href: `/fleet/vehicles/${id}`,
  }) as const

/** The 8-year rule at the end of a vehicle or when another stands in for it; mark C, so it informs. */
export function applyLife(ctx: Ctx, subject: LimitedSubject, purchasedOn: string): Promise<Verdict[]> {
  const value = yearsBetween(purchasedOn, localDayOf(ctx.now))
  return applyRules(ctx, {
    subject,
    checks: [{ ruleId: 'FLEET.MIN_LIFE_YEARS', key: {}, value, field: 'retiredOn' }],
    advise: true,
  })
}

/** A remembered verdict as the wire has it. */
export const verdictOf = ({
  ruleId,
  outcome,
  value,
  limit,
  unit,
  words,
  source,
  mark,
  valueIds,
}: Verdict): Verdict => ({
  ruleId,
  outcome,
  value,
  limit,
  unit,
  words,
  source,
  mark,
  valueIds,
})
