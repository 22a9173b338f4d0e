import { addCost, deedTime } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { workActions } from '../actions/work-actions.ts'
import { emitFor, lockForWork } from './find-repair.ts'

type Actions = typeof workActions

/** A part that was used: an entry of the order's costs, price in fen. */
export async function addPart(
  ctx: Ctx,
  input: InputOf<Actions['addPart']>,
): Promise<OutputOf<Actions['addPart']>> {
  await lockForWork(ctx, input.orderId)
  const id = await addCost(ctx, input.orderId, {
    kind: 'PART',
    title: input.name,
    quantity: input.quantity,
    unit: input.unit ?? '',
    unitPriceFen: input.unitPriceFen,
  })
  await emitFor(ctx, input.orderId, 'repairs.part_added', {
    after: { name: input.name, quantity: input.quantity, unitPriceFen: input.unitPriceFen },
  })
  return { id }
}

/** Time spent by so many people; charged as a cost only where an hourly price in fen is given. */
export async function addLabour(
  ctx: Ctx,
  input: InputOf<Actions['addLabour']>,
): Promise<OutputOf<Actions['addLabour']>> {
  await lockForWork(ctx, input.orderId)
  const { id } = await ctx.db
    .insertInto('repairs.labour')
    .values({
      order_id: input.orderId,
      at: (await deedTime(ctx, input.orderId)).at,
      people: input.people,
      minutes: input.minutes,
      note: input.note ?? '',
      by_person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (input.hourlyFen) {
    const hours = Math.round((input.people * input.minutes * 1000) / 60) / 1000
    await addCost(ctx, input.orderId, {
      kind: 'LABOUR',
      title: ctx.say({ zh: '人工', en: 'Labour' }),
      // An entry has three decimals; less than a thousandth of an hour is one.
      quantity: Math.max(hours, 0.001),
      unit: ctx.say({ zh: '工时', en: 'h' }),
      unitPriceFen: input.hourlyFen,
    })
  }
  await emitFor(ctx, input.orderId, 'repairs.labour_added', {
    after: { people: input.people, minutes: input.minutes },
  })
  return { id }
}
