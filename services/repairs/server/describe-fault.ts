import { changeItem } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { workActions } from '../actions/work-actions.ts'
import { type FaultKind, faultKinds, type Grade, itemCodeOf, skillOf } from '../words.ts'
import { emitFor, type FoundRepair, lockRepair, requireHands } from './find-repair.ts'
import { findRepeats } from './find-repeat.ts'

type Action = (typeof workActions)['describeFault']

/**
 * What it really was: the kind, when the reporter took it for something else, and the cause. Another kind brings
 * its own pledge and checklist while the work goes on, and is looked at anew for repeats.
 * @throws Problem 409 for an order that was voided or merged
 */
export async function describeFault(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const found = await lockRepair(ctx, input.orderId)
  requireHands(ctx, found)
  const { order, repair } = found
  if (order.state === 'VOIDED' || order.state === 'MERGED') throw new Problem(409, 'repairs.work_over')
  const before = { kind: repair.fault_kind, cause: repair.cause }
  const after = { kind: input.kind ?? (repair.fault_kind as FaultKind), cause: input.cause ?? repair.cause }
  const repeat_of_id =
    after.kind === before.kind ? repair.repeat_of_id : await changeKind(ctx, found, after.kind)
  await ctx.db
    .updateTable('repairs.repair')
    .set({ fault_kind: after.kind, cause: after.cause, repeat_of_id })
    .where('order_id', '=', order.id)
    .execute()
  await emitFor(ctx, order.id, 'repairs.described', { before, after })
  return done
}

/** @returns the earlier fault that it repeats as this kind */
async function changeKind(ctx: Ctx, { order, repair }: FoundRepair, kind: FaultKind): Promise<string | null> {
  await changeItem(ctx, order, {
    itemCode: itemCodeOf(kind, repair.grade as Grade),
    kind,
    skill: skillOf(kind),
    reason: ctx.say(faultKinds[kind]),
  })
  const spot = { siteId: order.site_id, roomId: order.room_id, placeText: order.place_text }
  const [repeat] = await findRepeats(ctx, spot, kind, order.created_at, order.id)
  return repeat?.id ?? null
}
