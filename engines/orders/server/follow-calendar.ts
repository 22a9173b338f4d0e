import type { Ctx } from '#kernel/context.ts'
import type { DeliveredEvent } from '#kernel/server-module.ts'
import { refreshClocks } from './refresh-clocks.ts'

/** Orders whose clocks still run, or could run again. */
const open = ['SUBMITTED', 'ACCEPTED', 'OFFERED', 'ASSIGNED', 'TAKEN', 'IN_PROGRESS', 'PAUSED']

/**
 * After somebody changed the work calendar: every open order counts over the new one. A promise never moves silently:
 * an order whose due moment moved says so in its history, naming who changed the calendar.
 */
export async function followCalendar(ctx: Ctx, event: DeliveredEvent): Promise<void> {
  const dues = () =>
    ctx.db
      .selectFrom('orders.service_order')
      .select(['id', 'respond_due_at', 'finish_due_at'])
      .where('state', 'in', open)
      .orderBy('id')
      // Whoever is at work on one in this moment comes first: its clocks are written from its whole ledger.
      .forUpdate()
      .execute()
  const before = await dues()
  for (const { id } of before) await refreshClocks(ctx, id)
  const after = new Map((await dues()).map((row) => [row.id, row]))
  for (const old of before) {
    const now = after.get(old.id)!
    if (now.finish_due_at === old.finish_due_at && now.respond_due_at === old.respond_due_at) continue
    await ctx.emit({
      type: 'orders.due_moved',
      subjectType: 'orders.service_order',
      subjectId: old.id,
      before: { respondDueAt: old.respond_due_at, finishDueAt: old.finish_due_at },
      after: { respondDueAt: now.respond_due_at, finishDueAt: now.finish_due_at },
      reason: `${event.actorName}：工作日历有改动`,
    })
  }
}
