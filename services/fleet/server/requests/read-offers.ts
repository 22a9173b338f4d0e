import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import { momentOf } from './check-wishes.ts'
import { findPools } from './offers/find-pools.ts'
import { findShuttles } from './offers/find-shuttles.ts'
import { taxiCapFen } from './offers/taxi-offer.ts'

type Action = (typeof requestActions)['readOffers']

/** What is there instead of a vehicle of its own: a shuttle, a trip going the same way, a taxi. */
export async function readOffers(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const ride = { ...input, from: momentOf(input.from, 'from') }
  const shuttles = await findShuttles(ctx, ride)
  const pools = input.mayPool === false ? [] : await findPools(ctx, ride)
  const capFen = taxiCapFen(input)
  return {
    shuttles: shuttles.map((one) => ({
      ...one,
      leavesAt: one.leavesAt.toISOString(),
      arrivesAt: one.arrivesAt.toISOString(),
    })),
    pools: pools.map((one) => ({ ...one, from: one.from.toISOString(), to: one.to.toISOString() })),
    taxi: capFen === null ? null : { capFen },
  }
}
