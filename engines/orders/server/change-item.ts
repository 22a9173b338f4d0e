import { itemForOrder } from '#engines/catalogue/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { changePledge } from '../clock-changes.ts'
import type { OrderRecord } from './order-record.ts'
import { promiseOf, type Urgency } from './read-promise.ts'
import { refreshClocks, timesOf } from './refresh-clocks.ts'
import { writeHop } from './write-hop.ts'

/**
 * Another item of the same line from now on, because the fault turned out to be a different one or a larger work.
 * Time used stays used and held time held; a promise that moves earlier is on record with its minutes. A finished
 * order keeps what was promised. The caller has locked the order and checked who asks.
 * @throws Problem 422 for an item that is not offered, or promises nothing for the order's urgency
 */
export async function changeItem(
  ctx: Ctx,
  order: OrderRecord,
  change: { itemCode: string; kind: string; skill: string | null; reason: string },
): Promise<void> {
  const item = await itemForOrder(ctx, { line: order.line, code: change.itemCode })
  const promised = promiseOf(ctx, item, order.urgency as Urgency)
  const { clocks, calendar } = await timesOf(ctx, order)
  const running = clocks && order.finished_at === null && order.item_version_id !== item.id
  if (running) {
    const { movedEarlierByMinutes } = changePledge(clocks.finish, calendar, ctx.now, {
      minutes: promised.finishMinutes,
      roundTheClock: promised.roundTheClock,
    })
    await writeHop(ctx, order.id, {
      kind: 'pledged',
      respond_minutes: promised.respondMinutes,
      finish_minutes: promised.finishMinutes,
      round_the_clock: promised.roundTheClock,
      moved_earlier_minutes: movedEarlierByMinutes,
      note: change.reason,
    })
  }
  await ctx.db
    .updateTable('orders.service_order')
    .set({
      kind: change.kind,
      skill: change.skill,
      ...(running ? { item_version_id: item.id, calendar: promised.calendar } : {}),
    })
    .where('id', '=', order.id)
    .execute()
  await ctx.emit({
    type: 'orders.item_changed',
    subjectType: 'orders.service_order',
    subjectId: order.id,
    before: { kind: order.kind, item: order.item_version_id },
    after: { kind: change.kind, item: running ? item.id : order.item_version_id },
    reason: change.reason,
  })
  await refreshClocks(ctx, order.id)
}
