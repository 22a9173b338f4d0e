import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { orders } from '../module.ts'
import { hopAllowance } from './hop-allowance.ts'
import { readOrderRecord, requireOpen, waitForOrder } from './order-record.ts'
import { settleOffers } from './settle-offers.ts'
import { takeStep } from './take-step.ts'
import { workerHands } from './write-hop.ts'

type Actions = typeof orders.actions

/** 抢单: the first to claim has it; who comes second is told who was first. */
export async function claimOrder(
  ctx: Ctx,
  input: InputOf<Actions['claimOrder']>,
): Promise<OutputOf<Actions['claimOrder']>> {
  const me = ctx.actor.personId
  await waitForOrder(ctx, input.orderId)
  // An offer that is settled shows its order no more, so this comes before looking at it.
  if (me) await sayWhoWon(ctx, input.orderId, me)
  const order = await readOrderRecord(ctx, input.orderId)
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

/** @throws Problem 409 `orders.claimed_already` when the order was offered to this person too and another has it */
async function sayWhoWon(ctx: Ctx, orderId: string, me: string): Promise<void> {
  const winner = await ctx.db
    .selectFrom('orders.offer as f')
    .innerJoin('orders.service_order as o', (join) =>
      join.onRef('o.bureau_id', '=', 'f.bureau_id').onRef('o.id', '=', 'f.order_id'),
    )
    .innerJoin('directory.person as p', (join) =>
      join.onRef('p.bureau_id', '=', 'f.bureau_id').onRef('p.id', '=', 'f.person_id'),
    )
    .select('p.name')
    .where('f.order_id', '=', orderId)
    .where('f.won', '=', true)
    .whereRef('f.person_id', '=', 'o.holder_person_id')
    .where((row) =>
      row.exists(
        row
          .selectFrom('orders.offer as mine')
          .whereRef('mine.order_id', '=', 'f.order_id')
          .where('mine.person_id', '=', me)
          .select('mine.id'),
      ),
    )
    .executeTakeFirst()
  if (winner) throw new Problem(409, 'orders.claimed_already', { params: { name: winner.name } })
}
