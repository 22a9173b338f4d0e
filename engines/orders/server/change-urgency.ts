import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { changePledge } from '../clock-changes.ts'
import type { orders } from '../module.ts'
import { urgencies } from '../words.ts'
import { answerOrder } from './answer-order.ts'
import { lockOrder, type OrderRecord } from './order-record.ts'
import { itemOfOrder, type Promised, promiseOf } from './read-promise.ts'
import { refreshClocks, timesOf } from './refresh-clocks.ts'
import { writeHop } from './write-hop.ts'

type Actions = typeof orders.actions

const stopped = ['FINISHED', 'COMPLETED', 'VOIDED', 'MERGED']

/**
 * A new urgency brings the item's promise for it, from now on: time used counts as used, held time stays held, and a
 * promise that moves earlier says by how much.
 */
export async function changeUrgency(
  ctx: Ctx,
  input: InputOf<Actions['changeUrgency']>,
): Promise<OutputOf<Actions['changeUrgency']>> {
  const order = await lockOrder(ctx, input.orderId)
  if (stopped.includes(order.state)) throw new Problem(409, 'orders.clock_stopped')
  if (order.urgency === input.urgency) {
    throw new Problem(409, 'orders.same_urgency', { params: { urgency: ctx.say(urgencies[input.urgency]) } })
  }
  await ctx.db
    .updateTable('orders.service_order')
    .set({ urgency: input.urgency })
    .where('id', '=', order.id)
    .execute()
  const item = await itemOfOrder(ctx, order)
  const moved = item ? await repledge(ctx, order, promiseOf(ctx, item, input.urgency), input.reason) : null
  await ctx.emit({
    type: 'orders.urgency_changed',
    subjectType: 'orders.service_order',
    subjectId: order.id,
    before: { urgency: order.urgency, finishDueAt: order.finish_due_at },
    after: { urgency: input.urgency, movedEarlierMinutes: moved },
    reason: input.reason,
  })
  await refreshClocks(ctx, order.id)
  return answerOrder(ctx, order.id)
}

/** @returns by how many minutes the promise moved earlier, null when it did not */
async function repledge(
  ctx: Ctx,
  order: OrderRecord,
  promised: Promised,
  note: string,
): Promise<number | null> {
  const { clocks, calendar } = await timesOf(ctx, order)
  const pledge = { minutes: promised.finishMinutes, roundTheClock: promised.roundTheClock }
  const change = clocks && changePledge(clocks.finish, calendar, ctx.now, pledge)
  const movedEarlier = change?.movedEarlierByMinutes ?? null
  await writeHop(ctx, order.id, {
    kind: 'pledged',
    respond_minutes: promised.respondMinutes,
    finish_minutes: promised.finishMinutes,
    round_the_clock: promised.roundTheClock,
    moved_earlier_minutes: movedEarlier,
    note,
  })
  return movedEarlier
}
