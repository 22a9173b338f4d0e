import { Type } from 'typebox'
import { Id, Moment, Nullable, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Cost, Note, OrderRow, oneOf, PauseReason, Reason } from './schema.ts'
import { costKinds } from './words.ts'

const path = '/orders/:orderId' as const
const note = Type.Optional(Note)

/** What the one who carries it out does. Finishing is the service line's own, with its own checks. */
export const workActions = {
  claimOrder: write({
    path: `${path}/claim`,
    permission: 'orders.work',
    input: Type.Object({ orderId: Id }),
    output: OrderRow,
    summary: text('抢单', 'Claim'),
  }),
  takeOrder: write({
    path: `${path}/acceptance`,
    permission: 'orders.work',
    input: Type.Object({ orderId: Id, note }),
    output: OrderRow,
    summary: text('接单', 'Accept the work'),
  }),
  refuseOrder: write({
    path: `${path}/refusal`,
    permission: 'orders.work',
    input: Type.Object({ orderId: Id, reason: Reason }),
    output: OrderRow,
    summary: text('退回', 'Return it with a reason'),
  }),
  startOrder: write({
    path: `${path}/start`,
    permission: 'orders.work',
    input: Type.Object({ orderId: Id, note }),
    output: OrderRow,
    summary: text('开始处理', 'Start'),
  }),
  pauseOrder: write({
    path: `${path}/pause`,
    permission: 'orders.work',
    input: Type.Object({ orderId: Id, reason: PauseReason, note }),
    output: OrderRow,
    summary: text('暂停', 'Pause with a reason'),
  }),
  resumeOrder: write({
    path: `${path}/resumption`,
    permission: 'orders.work',
    input: Type.Object({ orderId: Id, note }),
    output: OrderRow,
    summary: text('继续处理', 'Go on'),
  }),
  addCost: write({
    path: `${path}/costs`,
    permission: 'orders.work',
    input: Type.Object({
      orderId: Id,
      kind: oneOf(costKinds),
      title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
      quantity: Type.Number({ exclusiveMinimum: 0, maximum: 100_000 }),
      unit: Type.Optional(Type.String({ maxLength: 20 })),
      unitPriceFen: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
    }),
    output: Cost,
    summary: text('登记费用', 'Enter a cost'),
  }),
  correctCost: write({
    path: `${path}/costs/:costId/correction`,
    permission: 'orders.work',
    input: Type.Object({ orderId: Id, costId: Id, reason: Reason }),
    output: Cost,
    summary: text('冲销一笔费用', 'Cancel a cost by an entry'),
  }),
}

/** What the requester does. */
export const requestActions = {
  confirmOrder: write({
    path: `${path}/confirmation`,
    permission: 'orders.request',
    input: Type.Object({ orderId: Id, note }),
    output: OrderRow,
    summary: text('确认办结', 'Confirm'),
  }),
  reopenOrder: write({
    path: `${path}/reopening`,
    permission: 'orders.request',
    input: Type.Object({ orderId: Id, reason: Reason }),
    output: OrderRow,
    summary: text('没修好，重新处理', 'Not solved: reopen'),
  }),
  withdrawOrder: write({
    path: `${path}/withdrawal`,
    permission: 'orders.request',
    input: Type.Object({ orderId: Id, reason: Reason }),
    output: OrderRow,
    summary: text('撤回', 'Withdraw'),
  }),
  remindOrder: write({
    path: `${path}/reminder`,
    permission: 'orders.request',
    input: Type.Object({
      orderId: Id,
      note,
      /** Who called the desk; the requester when left out. */
      callerName: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })),
    }),
    output: Type.Object({ at: Moment, holderName: Type.String(), finishDueAt: Nullable(Moment) }),
    summary: text('催办', 'Remind'),
  }),
  evaluateOrder: write({
    path: `${path}/evaluation`,
    permission: 'orders.request',
    input: Type.Object({
      orderId: Id,
      overall: Type.Integer({ minimum: 1, maximum: 5 }),
      /** By dimension; what is left out counts as `overall`, so that one tap is enough. */
      scores: Type.Optional(
        Type.Record(
          Type.String({ pattern: '^[a-z][a-z-]{1,30}$' }),
          Type.Integer({ minimum: 1, maximum: 5 }),
        ),
      ),
      comment: Type.Optional(Type.String({ maxLength: 2000 })),
    }),
    output: OrderRow,
    summary: text('评价', 'Rate'),
  }),
}
