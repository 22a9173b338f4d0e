import { readVerdictsOfMany, type Verdict } from '#engines/rules/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { checksOf } from '../register/vehicle-limits.ts'

/** A vehicle beyond a cap; price in fen, displacement in millilitres. */
export interface OverStandard {
  id: string
  plate: string
  class: string
  purchased_on: string
  price_fen: number
  displacement_ml: number | null
  /** What the caps in force say of its price and of its displacement; null where there is no displacement to ask of. */
  price: Verdict
  displacement: Verdict | null
}

/**
 * Vehicles in use that cost more, or have more displacement, than the caps in force today allow their class: the register asks
 * the same of a vehicle that comes in. What is known from memory only (mark C) informs and accuses nobody.
 */
export async function findOverStandard(ctx: Ctx): Promise<OverStandard[]> {
  const rows = await ctx.db
    .selectFrom('fleet.vehicle')
    .select(['id', 'plate', 'class', 'body', 'special', 'energy', 'purchased_on'])
    .select(['price_fen', 'displacement_ml'])
    .where('state', '<>', 'RETIRED')
    .orderBy('plate')
    .execute()
  const limited = rows.filter((row) => checksOf(row).length > 0)
  const verdicts = await readVerdictsOfMany(
    ctx,
    limited.map((row) => ({ checks: checksOf(row) })),
  )
  return limited.flatMap((row, index) => {
    const [price, displacement = null] = verdicts[index]!
    return isBeyond(price!) || (displacement && isBeyond(displacement))
      ? [{ ...row, price: price!, displacement }]
      : []
  })
}

export const isBeyond = ({ outcome }: Verdict) => outcome === 'WARN' || outcome === 'BLOCK'
