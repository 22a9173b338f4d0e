import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { orders } from '../module.ts'
import { deedTime } from './deed-time.ts'
import { giveTurnBack } from './give-turn-back.ts'
import { requireHands } from './order-can.ts'
import { lockOrder, type OrderRecord, requireOpen } from './order-record.ts'
import { takeStep } from './take-step.ts'
import { deskHands, workerHands } from './write-hop.ts'

type Actions = typeof orders.actions
type WorkTransition = 'take' | 'refuse' | 'start' | 'pause' | 'resume'

/** The order, if this step leads out of its state and the work is the actor's to do. */
async function inMyHands(ctx: Ctx, orderId: string, transition: WorkTransition): Promise<OrderRecord> {
  const order = await lockOrder(ctx, orderId)
  requireOpen(ctx, order, transition)
  await requireHands(ctx, order)
  return order
}

/** The hands it is in stay the same: of whoever holds it, also when the dispatcher notes it for them. */
function sameHands(order: OrderRecord) {
  if (order.holder_person_id) return workerHands(order.holder_person_id)
  return deskHands(order.holder_unit_id ?? order.managing_unit_id)
}

/** 接单 */
export async function takeOrder(
  ctx: Ctx,
  input: InputOf<Actions['takeOrder']>,
): Promise<OutputOf<Actions['takeOrder']>> {
  const order = await inMyHands(ctx, input.orderId, 'take')
  return takeStep(ctx, 'take', order.id, {
    deed: await deedTime(ctx, order.id),
    hops: [{ kind: 'accepted', hands: sameHands(order), responds: 'human', note: input.note ?? '' }],
  })
}

/** 退回 to the desk, with the reason. */
export async function refuseOrder(
  ctx: Ctx,
  input: InputOf<Actions['refuseOrder']>,
): Promise<OutputOf<Actions['refuseOrder']>> {
  const order = await inMyHands(ctx, input.orderId, 'refuse')
  await giveTurnBack(ctx, order.id)
  const hands = deskHands(order.managing_unit_id)
  const resumed = order.state === 'PAUSED' ? [{ kind: 'resumed', note: input.reason }] : []
  return takeStep(ctx, 'refuse', order.id, {
    set: { worker_person_id: null, pause_reason: null },
    hands,
    reason: input.reason,
    hops: [...resumed, { kind: 'returned', hands, note: input.reason }],
  })
}

/** 开始处理 */
export async function startOrder(
  ctx: Ctx,
  input: InputOf<Actions['startOrder']>,
): Promise<OutputOf<Actions['startOrder']>> {
  const order = await inMyHands(ctx, input.orderId, 'start')
  const deed = await deedTime(ctx, order.id)
  return takeStep(ctx, 'start', order.id, {
    deed,
    set: order.started_at === null ? { started_at: deed.at } : {},
    hops: [{ kind: 'started', responds: 'human', note: input.note ?? '' }],
  })
}

/** 暂停, never without one of the reasons. */
export async function pauseOrder(
  ctx: Ctx,
  input: InputOf<Actions['pauseOrder']>,
): Promise<OutputOf<Actions['pauseOrder']>> {
  const order = await inMyHands(ctx, input.orderId, 'pause')
  return takeStep(ctx, 'pause', order.id, {
    deed: await deedTime(ctx, order.id),
    set: { pause_reason: input.reason },
    reason: input.reason,
    note: { note: input.note ?? '' },
    hops: [{ kind: 'paused', pause_reason: input.reason, note: input.note ?? '' }],
  })
}

/** 继续处理 */
export async function resumeOrder(
  ctx: Ctx,
  input: InputOf<Actions['resumeOrder']>,
): Promise<OutputOf<Actions['resumeOrder']>> {
  const order = await inMyHands(ctx, input.orderId, 'resume')
  const deed = await deedTime(ctx, order.id)
  return takeStep(ctx, 'resume', order.id, {
    deed,
    set: { pause_reason: null, ...(order.started_at === null ? { started_at: deed.at } : {}) },
    hops: [
      { kind: 'resumed', note: input.note ?? '' },
      ...(order.started_at === null ? [{ kind: 'started' }] : []),
    ],
  })
}
