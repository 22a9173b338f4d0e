import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { orders } from '../module.ts'
import { readOrderRow } from './answer-order.ts'
import { isOnBehalf, speaksForRequester } from './order-can.ts'
import { lockOrder, type OrderRecord } from './order-record.ts'
import { settingOf } from './settings.ts'

type Actions = typeof orders.actions

const workEnded = ['FINISHED', 'COMPLETED', 'VOIDED', 'MERGED']

/**
 * For whom it is: null for the own matter, else the name of whoever called the desk or is spoken for.
 * @throws Problem 403 unless the actor asked for it, speaks for who did, follows it, or is the service desk
 */
async function spokenFor(ctx: Ctx, order: OrderRecord, callerName: string | undefined) {
  const follows = await ctx.db
    .selectFrom('orders.follower')
    .select('id')
    .where('order_id', '=', order.id)
    .where('person_id', '=', ctx.actor.personId)
    .executeTakeFirst()
  if (!isOnBehalf(ctx, order, follows !== undefined)) return null
  if (!speaksForRequester(ctx, order) && !ctx.has('orders.dispatch'))
    throw new Problem(403, 'orders.not_your_request')
  return callerName?.trim() || order.requester_name
}

/**
 * 催办: the holder hears of it; not more often than the bureau allows. Noted down by the desk for a caller, it says
 * for whom.
 */
export async function remindOrder(
  ctx: Ctx,
  input: InputOf<Actions['remindOrder']>,
): Promise<OutputOf<Actions['remindOrder']>> {
  const order = await lockOrder(ctx, input.orderId)
  if (workEnded.includes(order.state)) throw new Problem(409, 'orders.nothing_to_remind')
  const forName = await spokenFor(ctx, order, input.callerName)
  const { reminderMinutes } = await settingOf(ctx)
  const lately = await ctx.db
    .selectFrom('orders.reminder')
    .select('id')
    .where('order_id', '=', order.id)
    .where('at', '>', new Date(ctx.now.getTime() - reminderMinutes * 60_000).toISOString())
    .executeTakeFirst()
  if (lately) throw new Problem(429, 'orders.reminded_lately', { params: { minutes: reminderMinutes } })
  await ctx.db
    .insertInto('orders.reminder')
    .values({
      order_id: order.id,
      at: ctx.now,
      note: input.note ?? '',
      holder_role: order.holder_role,
      holder_person_id: order.holder_person_id,
      by_person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
      for_name: forName,
    })
    .execute()
  await ctx.db
    .updateTable('orders.service_order')
    .set({ reminder_count: order.reminder_count + 1 })
    .where('id', '=', order.id)
    .execute()
  await ctx.emit({
    type: 'orders.reminded',
    subjectType: 'orders.service_order',
    subjectId: order.id,
    after: { holderPersonId: order.holder_person_id, note: input.note ?? '', forName },
  })
  const { holder, finishDueAt } = await readOrderRow(ctx, order.id)
  return { at: ctx.now.toISOString(), holderName: holder.name, finishDueAt }
}
