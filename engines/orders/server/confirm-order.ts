import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { orders } from '../module.ts'
import type { OrderRow } from '../schema.ts'
import { requireRequester } from './order-can.ts'
import { lockOrder, type OrderRecord, requireOpen } from './order-record.ts'
import { takeStep } from './take-step.ts'
import { nobody, notBefore } from './write-hop.ts'

type Actions = typeof orders.actions

/** Ends a finished order: 办结. Without an answer of the requester's own, `confirmed_at` stays empty. */
export function completeFinished(
  ctx: Ctx,
  order: OrderRecord,
  by: 'requester' | 'silence',
  note: string,
): Promise<OrderRow> {
  const at = notBefore(ctx, order.finished_at ?? order.created_at)
  const kind = by === 'requester' ? 'confirmed' : 'closed'
  return takeStep(ctx, 'confirm', order.id, {
    set: { completed_at: at, ...(by === 'requester' ? { confirmed_at: at } : {}) },
    hands: nobody,
    note: { by, note },
    hops: [{ kind, note }],
  })
}

/** 确认 */
export async function confirmOrder(
  ctx: Ctx,
  input: InputOf<Actions['confirmOrder']>,
): Promise<OutputOf<Actions['confirmOrder']>> {
  const order = await lockOrder(ctx, input.orderId)
  requireOpen(ctx, order, 'confirm')
  requireRequester(ctx, order)
  return completeFinished(ctx, order, 'requester', input.note ?? '')
}
