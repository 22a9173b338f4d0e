import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { orders } from '../module.ts'
import { hopAllowance } from './hop-allowance.ts'
import { requireRequester } from './order-can.ts'
import { lockOrder, type OrderRecord, requireOpen } from './order-record.ts'
import { settingOf } from './settings.ts'
import { takeStep } from './take-step.ts'
import { deskHands, workerHands } from './write-hop.ts'

type Actions = typeof orders.actions

const dayMs = 86_400_000

/** Who did it is still here to do it again. */
async function stillThere(ctx: Ctx, order: OrderRecord): Promise<boolean> {
  if (!order.worker_person_id) return false
  const person = await ctx.db
    .selectFrom('directory.person')
    .select('left_on')
    .where('id', '=', order.worker_person_id)
    .executeTakeFirst()
  return person?.left_on == null || new Date(`${person.left_on}T00:00:00+08:00`) > ctx.now
}

/** 没修好: back to the same worker where possible, else to the desk; the clock runs on where it stopped. */
export async function reopenOrder(
  ctx: Ctx,
  input: InputOf<Actions['reopenOrder']>,
): Promise<OutputOf<Actions['reopenOrder']>> {
  const order = await lockOrder(ctx, input.orderId)
  requireOpen(ctx, order, 'reopen')
  requireRequester(ctx, order)
  const { reopenDays } = await settingOf(ctx)
  if (order.completed_at && ctx.now.getTime() - new Date(order.completed_at).getTime() > reopenDays * dayMs)
    throw new Problem(409, 'orders.reopen_too_late', { params: { days: reopenDays } })
  const back = await stillThere(ctx, order)
  const hands = back ? workerHands(order.worker_person_id!) : deskHands(order.managing_unit_id)
  return takeStep(ctx, back ? 'reopen' : 'reopenAtDesk', order.id, {
    set: {
      closing_result: null,
      closing_note: '',
      finished_at: null,
      confirmed_at: null,
      completed_at: null,
      reopen_count: order.reopen_count + 1,
    },
    hands,
    reason: input.reason,
    hops: [
      { kind: 'reopened', hands, note: input.reason, allowance_minutes: await hopAllowance(ctx, order) },
    ],
  })
}
