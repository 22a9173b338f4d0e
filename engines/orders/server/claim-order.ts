import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { orders } from '../module.ts'
import { hopAllowance } from './hop-allowance.ts'
import { lockOrder, type OrderRecord, requireOpen } from './order-record.ts'
import { settleOffers } from './settle-offers.ts'
import { takeStep } from './take-step.ts'
import { workerHands } from './write-hop.ts'

type Actions = typeof orders.actions

/** 抢单: the first to claim has it; who comes second is told who was first. */
export async function claimOrder(
  ctx: Ctx,
  input: InputOf<Actions['claimOrder']>,
): Promise<OutputOf<Actions['claimOrder']>> {
  const order = await lockOrder(ctx, input.orderId)
  const me = ctx.actor.personId
  if (order.state !== 'OFFERED') await sayWhoWon(ctx, order)
  requireOpen(ctx, order, 'claim')
  const offer = await ctx.db
    .selectFrom('orders.offer')
    .select('id')
    .where('order_id', '=', order.id)
    .where('person_id', '=', me)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  if (!offer || !me) throw new Problem(403, 'orders.not_offered_to_you')
  await settleOffers(ctx, order.id, me)
  const hands = workerHands(me)
  return takeStep(ctx, 'claim', order.id, {
    set: { worker_person_id: me },
    hands,
    hops: [{ kind: 'accepted', hands, responds: 'human', allowance_minutes: await hopAllowance(ctx, order) }],
  })
}

/** @throws Problem 409 `orders.claimed_already` when the order was claimed by somebody */
async function sayWhoWon(ctx: Ctx, order: OrderRecord): Promise<void> {
  const winner = await ctx.db
    .selectFrom('orders.offer as f')
    .innerJoin('directory.person as p', (join) =>
      join.onRef('p.bureau_id', '=', 'f.bureau_id').onRef('p.id', '=', 'f.person_id'),
    )
    .select('p.name')
    .where('f.order_id', '=', order.id)
    .where('f.won', '=', true)
    .where('f.person_id', '=', order.holder_person_id)
    .executeTakeFirst()
  if (winner) throw new Problem(409, 'orders.claimed_already', { params: { name: winner.name } })
}
