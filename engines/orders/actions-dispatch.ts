import { Type } from 'typebox'
import { Done, Id, Moment, Nullable, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Note, OrderRow, Reason, Urgency } from './schema.ts'

const path = '/orders/:orderId' as const
const note = Type.Optional(Note)

/** What the service desk does with an order. */
export const dispatchActions = {
  takeOn: write({
    path: `${path}/take-on`,
    permission: 'orders.take-on',
    input: Type.Object({ orderId: Id, note }),
    output: OrderRow,
    summary: text('受理', 'Take on'),
  }),
  replyToOrder: write({
    path: `${path}/reply`,
    permission: 'orders.work',
    input: Type.Object({ orderId: Id, message: Reason }),
    output: OrderRow,
    summary: text('答复报修人', 'Answer the requester'),
  }),
  assignOrder: write({
    path: `${path}/assignment`,
    permission: 'orders.dispatch',
    input: Type.Object({ orderId: Id, workerId: Id, note }),
    output: OrderRow,
    summary: text('派单', 'Assign'),
  }),
  assignOrders: write({
    path: '/orders/assignments',
    permission: 'orders.dispatch',
    input: Type.Object({
      orderIds: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }),
      workerId: Id,
      note,
    }),
    output: Type.Object({
      results: Type.Array(
        Type.Object({
          orderId: Id,
          number: Nullable(Type.String()),
          ok: Type.Boolean(),
          code: Nullable(Type.String()),
          message: Nullable(Type.String()),
        }),
      ),
    }),
    summary: text('批量派单', 'Assign several'),
  }),
  transferOrder: write({
    path: `${path}/transfer`,
    permission: 'orders.dispatch',
    input: Type.Object({ orderId: Id, workerId: Id, reason: Reason }),
    output: OrderRow,
    summary: text('转办', 'Transfer'),
  }),
  offerOrder: write({
    path: `${path}/offer`,
    permission: 'orders.dispatch',
    input: Type.Object({ orderId: Id, note }),
    output: Type.Object({ order: OrderRow, offeredTo: Type.Integer() }),
    summary: text('发起抢单', 'Offer to all who can'),
  }),
  assignByTurn: write({
    path: `${path}/turn`,
    permission: 'orders.dispatch',
    input: Type.Object({ orderId: Id, note }),
    output: OrderRow,
    summary: text('轮询派单', 'Assign by turn'),
  }),
  changeUrgency: write({
    path: `${path}/urgency`,
    permission: 'orders.dispatch',
    input: Type.Object({ orderId: Id, urgency: Urgency, reason: Reason }),
    output: OrderRow,
    summary: text('调整紧急程度', 'Change the urgency'),
  }),
  mergeOrder: write({
    path: `${path}/merging`,
    permission: 'orders.dispatch',
    input: Type.Object({ orderId: Id, intoOrderId: Id, note }),
    output: OrderRow,
    summary: text('并入另一工单', 'Merge into another order'),
  }),
  voidOrder: write({
    path: `${path}/voiding`,
    permission: 'orders.dispatch',
    input: Type.Object({ orderId: Id, reason: Reason }),
    output: OrderRow,
    summary: text('作废', 'Void'),
  }),
  setDuty: write({
    method: 'PUT',
    path: '/orders/workers/:personId/duty',
    permission: 'orders.work',
    input: Type.Object({
      personId: Id,
      onDuty: Type.Boolean(),
      until: Type.Optional(Nullable(Moment)),
      maxLoad: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
      siteId: Type.Optional(Nullable(Id)),
    }),
    output: Done,
    summary: text('在岗情况', 'Set who is on duty'),
  }),
}
