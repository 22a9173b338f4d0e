import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { orders } from '../module.ts'
import type { costKinds } from '../words.ts'
import { deedTime } from './deed-time.ts'
import { readCosts } from './list-costs.ts'
import { requireHands } from './order-can.ts'
import { lockOrder } from './order-record.ts'

type Actions = typeof orders.actions

/** One cost of an order; the amount is quantity × unit price, rounded to the fen by the database. */
export interface NewCost {
  kind: keyof typeof costKinds
  title: string
  quantity: number
  unit?: string
  unitPriceFen: number
}

/** Enters a cost; the order's total follows by itself. @returns the entry's id */
export async function addCost(ctx: Ctx, orderId: string, cost: NewCost): Promise<string> {
  const entry = {
    kind: cost.kind,
    title: cost.title,
    quantity: cost.quantity,
    unit: cost.unit ?? '',
    unit_price_fen: cost.unitPriceFen,
  }
  const { id } = await ctx.db
    .insertInto('orders.cost')
    .values({
      ...entry,
      order_id: orderId,
      at: (await deedTime(ctx, orderId)).at,
      by_person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'orders.cost_added',
    subjectType: 'orders.service_order',
    subjectId: orderId,
    after: entry,
  })
  return id
}

/** An order that did not happen costs nothing more. */
async function costableOrder(ctx: Ctx, orderId: string) {
  const order = await lockOrder(ctx, orderId)
  if (order.state === 'VOIDED' || order.state === 'MERGED') throw new Problem(409, 'orders.ended')
  if (order.worker_person_id === null || order.worker_person_id !== ctx.actor.personId)
    await requireHands(ctx, order)
}

export async function enterCost(
  ctx: Ctx,
  input: InputOf<Actions['addCost']>,
): Promise<OutputOf<Actions['addCost']>> {
  await costableOrder(ctx, input.orderId)
  const id = await addCost(ctx, input.orderId, input)
  return (await readCosts(ctx, input.orderId)).find((cost) => cost.id === id)!
}

/** A correction is an entry: the same with the sign turned, and the reason. */
export async function correctCost(
  ctx: Ctx,
  input: InputOf<Actions['correctCost']>,
): Promise<OutputOf<Actions['correctCost']>> {
  await costableOrder(ctx, input.orderId)
  const cost = await ctx.db
    .selectFrom('orders.cost')
    .selectAll()
    .where('id', '=', input.costId)
    .where('order_id', '=', input.orderId)
    .executeTakeFirst()
  if (!cost) throw new Problem(404, 'kernel.not_found')
  if (cost.corrects_id) throw new Problem(409, 'orders.is_correction')
  const known = await readCosts(ctx, input.orderId)
  if (known.find(({ id }) => id === cost.id)?.corrected) throw new Problem(409, 'orders.corrected_already')
  const { id } = await ctx.db
    .insertInto('orders.cost')
    .values({
      order_id: input.orderId,
      at: ctx.now,
      kind: cost.kind,
      title: cost.title,
      quantity: -cost.quantity,
      unit: cost.unit,
      unit_price_fen: cost.unit_price_fen,
      corrects_id: cost.id,
      reason: input.reason,
      by_person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'orders.cost_corrected',
    subjectType: 'orders.service_order',
    subjectId: input.orderId,
    before: { title: cost.title, amountFen: cost.amount_fen },
    reason: input.reason,
  })
  return (await readCosts(ctx, input.orderId)).find((entry) => entry.id === id)!
}
