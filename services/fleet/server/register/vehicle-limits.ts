import { localDayOf } from '#engines/calendar/local-day.ts'
import { applyRules, type RuleCheck, readVerdicts, type Verdict } from '#engines/rules/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
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

/** The caps on price and displacement that count for a vehicle of this class and body; the table has yuan and litres. */
export function checksOf(vehicle: LimitedVehicle): RuleCheck[] {
  const key = {
    vehicleClass: vehicle.class === 'OTHER_PROVISIONED' ? 'OTHER' : vehicle.class,
    bodyType: vehicle.body,
    special: vehicle.special ? 'yes' : 'no',
    energy: newEnergy.includes(vehicle.energy) ? 'NEV' : 'FUEL',
  }
  const price = { ruleId: 'FLEET.PRICE_CAP', key, value: vehicle.price_fen / 100, field: 'priceFen' }
  if (vehicle.displacement_ml === null) return [price]
  const litres = vehicle.displacement_ml / 1000
  return [price, { ruleId: 'FLEET.DISPLACEMENT_CAP', key, value: litres, field: 'displacementMl' }]
}

/** Only asks: for the form, beside the fields. */
export function previewLimits(ctx: Ctx, vehicle: LimitedVehicle): Promise<Verdict[]> {
  return readVerdicts(ctx, { checks: checksOf(vehicle) })
}

interface Limited {
  type: 'fleet.vehicle' | 'fleet.acquisition'
  id: string
  label: string
  href: string
}

/**
 * Asks for a vehicle or a purchase and remembers what came out. @throws Problem 422 `rules.exceeded` where a cap blocks, unless
 * `advise`: what was bought before the caps only shows
 */
export function applyLimits(
  ctx: Ctx,
  subject: Limited,
  vehicle: LimitedVehicle,
  advise = false,
): Promise<Verdict[]> {
  return applyRules(ctx, { subject, checks: checksOf(vehicle), advise })
}

/** The 8-year rule at the end of a vehicle or when another stands in for it; mark C, so it informs. */
export function applyLife(ctx: Ctx, subject: Limited, purchasedOn: string): Promise<Verdict[]> {
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
