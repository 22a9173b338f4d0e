import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { attachFiles } from '#kernel/files/store-file.ts'
import type { workActions } from '../actions/work-actions.ts'
import type { RepairDetail } from '../schema.ts'
import { emitFor, lockRepair } from './find-repair.ts'

type Action = (typeof workActions)['handOver']

/**
 * 没有送达: what a worker did without a signal on an order that meanwhile went to somebody else, was merged or closed.
 * It changes nothing of the order; the desk finds it on it, with the photos. Only whoever once held the order.
 * @throws Problem 403 `repairs.not_yours`, 404
 */
export async function handOver(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const { order } = await lockRepair(ctx, input.orderId)
  if (!ctx.has('orders.dispatch') && !(await heldOnce(ctx, order.id)))
    throw new Problem(403, 'repairs.not_yours')
  const photos = input.photos ?? []
  await attachFiles(ctx, photos, 'orders.service_order', order.id)
  const { id } = await ctx.db
    .insertInto('repairs.handover')
    .values({
      order_id: order.id,
      at: ctx.now,
      by_person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
      reason: input.reason,
      note: input.note ?? '',
      deeds: JSON.stringify(input.deeds),
      photo_ids: photos,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await emitFor(ctx, order.id, 'repairs.handed_over', {
    after: { deeds: input.deeds, photos, note: input.note ?? '' },
    reason: input.reason,
  })
  return { id }
}

async function heldOnce(ctx: Ctx, orderId: string): Promise<boolean> {
  if (!ctx.actor.personId) return false
  const hop = await ctx.db
    .selectFrom('orders.hop')
    .select('id')
    .where('order_id', '=', orderId)
    .where('holder_person_id', '=', ctx.actor.personId)
    .limit(1)
    .executeTakeFirst()
  return hop !== undefined
}

/** What was handed over on a repair, oldest first. */
export async function handoversOf(ctx: Ctx, orderId: string): Promise<RepairDetail['handovers']> {
  const rows = await ctx.db
    .selectFrom('repairs.handover')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    by: row.by_name,
    reason: row.reason,
    note: row.note,
    deeds: row.deeds as { at: string; what: string }[],
    photoIds: row.photo_ids,
  }))
}
