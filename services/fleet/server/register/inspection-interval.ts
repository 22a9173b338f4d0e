import { ensureRules, readLimit } from '#engines/rules/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { Body } from '../../words.ts'

interface Inspected {
  body: Body
  purchasedOn: string
}

/**
 * The last day an inspection of a day is good for, by the interval in force (道路交通安全法实施条例 Art 16): the kind of vehicle and
 * its age on that day decide. Null when no interval is known.
 */
export async function statutoryEnd(ctx: Ctx, vehicle: Inspected, from: string): Promise<string | null> {
  await ensureRules(ctx)
  const { ruleId, key, on } = intervalRead(vehicle, from)
  const interval = await readLimit(ctx, ruleId, key, on)
  return interval ? addMonths(from, interval.value) : null
}

/** The interval of an inspection, as the decision that went by it keeps it. */
export const intervalRead = ({ body, purchasedOn }: Inspected, from: string) => ({
  ruleId: 'FLEET.INSPECTION_INTERVAL_MONTHS',
  key: intervalKey(body, yearsBetween(purchasedOn, from)),
  on: from,
})

function intervalKey(body: Body, ageYears: number): Record<string, string> {
  if (body !== 'CAR' && body !== 'OTHER_SMALL')
    return { category: 'LARGE_NON_COMMERCIAL', ageBand: ageYears < 10 ? 'UP_TO_10Y' : 'OVER_10Y' }
  const ageBand = ageYears < 6 ? 'UP_TO_6Y' : ageYears < 15 ? 'FROM_6Y_TO_15Y' : 'OVER_15Y'
  return { category: 'SMALL_NON_COMMERCIAL', ageBand }
}

/** Whole years between two days. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

/** The day so many months later; the last of the month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}
