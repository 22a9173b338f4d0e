import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { orders } from '../module.ts'
import { firstContact } from './first-contact.ts'
import { giveTurnBack } from './give-turn-back.ts'
import { candidatesFor, isCapable } from './list-candidates.ts'
import { lockOrder, requireOpen } from './order-record.ts'
import { takeStep } from './take-step.ts'
import { poolHands } from './write-hop.ts'

type Actions = typeof orders.actions

/** 发起抢单: to everybody who knows the work and is there with room for it. @throws Problem 409 `orders.nobody_capable` */
export async function offerOrder(
  ctx: Ctx,
  input: InputOf<Actions['offerOrder']>,
): Promise<OutputOf<Actions['offerOrder']>> {
  const record = await lockOrder(ctx, input.orderId)
  requireOpen(ctx, record, 'offer')
  const capable = (await candidatesFor(ctx, record)).filter((one) => isCapable(one) && !one.refused)
  if (capable.length === 0) throw new Problem(409, 'orders.nobody_capable')
  await giveTurnBack(ctx, record.id)
  await ctx.db
    .insertInto('orders.offer')
    .values(capable.map(({ personId }) => ({ order_id: record.id, person_id: personId, at: ctx.now })))
    .execute()
  const hands = poolHands(record.provider_unit_id)
  const note = input.note ?? ''
  const order = await takeStep(ctx, 'offer', record.id, {
    set: {
      ...firstContact(ctx, record),
      worker_person_id: null,
      dispatcher_person_id: ctx.actor.personId,
    },
    hands,
    note: { offeredTo: capable.map(({ name }) => name), note },
    hops: [{ kind: 'assigned', hands, responds: 'human', note }],
  })
  return { order, offeredTo: capable.length }
}
