import { sql } from 'kysely'
import type { ItemVersion } from '#engines/catalogue/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { dueEscalations } from '../clock-escalation.ts'
import type { OrderRecord } from './order-record.ts'
import { itemOfOrder } from './read-promise.ts'
import { nextStepAt, type OrderTimes, stepName, stepsOf, timesOf } from './refresh-clocks.ts'

/** Orders looked at in one run; the rest follow a minute later. */
const atOnce = 500

/**
 * Fires every warning and escalation whose moment has come, also those missed while the server was down: each once,
 * as an order remembers up to when its steps were seen, and the table takes none twice.
 */
export async function escalate(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from orders.service_order
    where bureau_id = kernel.bureau() and next_step_at <= ${ctx.now}::timestamptz
    order by next_step_at limit ${atOnce} for update skip locked`.execute(ctx.db)
  for (const { id } of rows) {
    const order = await ctx.db
      .selectFrom('orders.service_order')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await escalateOrder(ctx, order)
  }
}

async function escalateOrder(ctx: Ctx, order: OrderRecord): Promise<void> {
  const item = await itemOfOrder(ctx, order)
  const times = await timesOf(ctx, order)
  if (item && times.clocks) {
    await fireSteps(ctx, order, item, times, 'respond')
    await fireSteps(ctx, order, item, times, 'finish')
  }
  await ctx.db
    .updateTable('orders.service_order')
    .set({ steps_seen_until: ctx.now, next_step_at: nextStepAt(times, item, ctx.now, ctx.now) })
    .where('id', '=', order.id)
    .execute()
}

async function fireSteps(
  ctx: Ctx,
  order: OrderRecord,
  item: ItemVersion,
  { clocks, calendar }: OrderTimes,
  clock: 'respond' | 'finish',
): Promise<void> {
  const pledge = clock === 'respond' ? 'RESPOND' : 'FINISH'
  const seen = new Date(order.steps_seen_until)
  const due = dueEscalations(clocks![clock], calendar, stepsOf(item, pledge), seen, ctx.now)
  for (const { step, at } of due) {
    const known = item.steps.find((one) => one.pledge === pledge && stepName(one) === step.name)!
    const fired = await ctx.db
      .insertInto('orders.escalation')
      .values({
        order_id: order.id,
        clock,
        step: step.name,
        name_zh: known.name.zh,
        name_en: known.name.en,
        level: known.level,
        offset_minutes: step.offsetMinutes,
        due_at: at,
        fired_at: ctx.now,
        to_role: known.toRole,
        holder_role: order.holder_role,
        holder_person_id: order.holder_person_id,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!fired) continue
    await ctx.emit({
      type: step.offsetMinutes < 0 ? 'orders.warned' : 'orders.escalated',
      subjectType: 'orders.service_order',
      subjectId: order.id,
      after: { clock, name: known.name, level: known.level, toRole: known.toRole, dueAt: at },
    })
  }
}
