import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { orders } from '../module.ts'
import type { OrderRow } from '../schema.ts'
import { firstContact } from './first-contact.ts'
import { giveTurnBack } from './give-turn-back.ts'
import { requireRequester } from './order-can.ts'
import { lockOrder, type OrderRecord, requireOpen } from './order-record.ts'
import { settleOffers } from './settle-offers.ts'
import { takeStep } from './take-step.ts'
import { nobody } from './write-hop.ts'

type Actions = typeof orders.actions

/** Ends an order without its work; the reason is its closing note. */
async function endWithoutWork(
  ctx: Ctx,
  order: OrderRecord,
  transition: 'void' | 'withdraw',
  reason: string,
): Promise<OrderRow> {
  await settleOffers(ctx, order.id, null)
  await giveTurnBack(ctx, order.id)
  return takeStep(ctx, transition, order.id, {
    set: {
      ...(transition === 'void' ? firstContact(ctx, order) : {}),
      closing_result: transition === 'void' ? 'VOIDED' : 'WITHDRAWN',
      closing_note: reason,
      completed_at: ctx.now,
      pause_reason: null,
    },
    hands: nobody,
    reason,
    hops: [{ kind: 'withdrawn', note: reason }],
  })
}

/** 作废 by the desk: nothing is deleted, it is voided with a reason. */
export async function voidOrder(
  ctx: Ctx,
  input: InputOf<Actions['voidOrder']>,
): Promise<OutputOf<Actions['voidOrder']>> {
  const order = await lockOrder(ctx, input.orderId)
  requireOpen(ctx, order, 'void')
  return endWithoutWork(ctx, order, 'void', input.reason)
}

/** 撤回 by the requester, while nobody is at work on it. */
export async function withdrawOrder(
  ctx: Ctx,
  input: InputOf<Actions['withdrawOrder']>,
): Promise<OutputOf<Actions['withdrawOrder']>> {
  const order = await lockOrder(ctx, input.orderId)
  requireOpen(ctx, order, 'withdraw')
  requireRequester(ctx, order)
  return endWithoutWork(ctx, order, 'withdraw', input.reason)
}
