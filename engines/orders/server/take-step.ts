import type { Ctx } from '#kernel/context.ts'
import type { OrderRow } from '../schema.ts'
import { type OrderTransition, orderStates } from '../states.ts'
import { answerOrder } from './answer-order.ts'
import type { DeedTime } from './deed-time.ts'
import { refreshClocks } from './refresh-clocks.ts'
import { type Hands, holderColumns, writeHop } from './write-hop.ts'

type Hop = Parameters<typeof writeHop>[2]

interface Step {
  set?: Record<string, unknown>
  /** Into whose hands it goes; absent: it stays. */
  hands?: Hands
  reason?: string
  /** More for the history. */
  note?: Record<string, unknown>
  /** When it was done, where that may have been before it arrived; now when absent. */
  deed?: DeedTime
  /** What the ledger says of it. */
  hops: Hop[]
}

/** One step of an order: the state, its ledger and its clocks move together. @returns the order as the actor sees it */
export async function takeStep(
  ctx: Ctx,
  transition: OrderTransition,
  orderId: string,
  step: Step,
): Promise<OrderRow> {
  await ctx.move(orderStates, transition, orderId, {
    set: { ...step.set, ...(step.hands ? holderColumns(ctx, step.hands, step.deed?.at) : {}) },
    ...(step.reason === undefined ? {} : { reason: step.reason }),
    ...(step.note ? { note: step.note } : {}),
  })
  for (const hop of step.hops) await writeHop(ctx, orderId, { ...stampOf(step.deed), ...hop })
  await refreshClocks(ctx, orderId)
  return answerOrder(ctx, orderId)
}

/** The moments of the ledger's line of what came later than it was done. */
function stampOf(deed: DeedTime | undefined): Pick<Hop, 'at' | 'arrived_at' | 'said_at'> {
  if (!deed?.arrivedAt) return {}
  return { at: deed.at, arrived_at: deed.arrivedAt, said_at: deed.saidAt }
}
