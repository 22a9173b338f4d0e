import { defineStates } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'

/** The life of a service order (工单), from the report to 办结. */
export const orderStates = defineStates({
  table: 'orders.service_order',
  initial: 'SUBMITTED',
  states: {
    SUBMITTED: { title: text('待受理', 'Submitted'), tone: 'new' },
    ACCEPTED: { title: text('已受理', 'Accepted'), tone: 'waiting' },
    OFFERED: { title: text('待抢单', 'Offered to all'), tone: 'waiting' },
    ASSIGNED: { title: text('已派单', 'Assigned'), tone: 'waiting' },
    TAKEN: { title: text('已接单', 'Taken'), tone: 'working' },
    IN_PROGRESS: { title: text('处理中', 'In progress'), tone: 'working' },
    PAUSED: { title: text('已暂停', 'Paused'), tone: 'paused' },
    FINISHED: { title: text('待确认', 'Awaiting confirmation'), tone: 'waiting' },
    COMPLETED: { title: text('已办结', 'Completed'), tone: 'good' },
    VOIDED: { title: text('已作废', 'Voided'), tone: 'ended' },
    MERGED: { title: text('已合并', 'Merged'), tone: 'ended' },
  },
  transitions: {
    takeOn: {
      from: ['SUBMITTED'],
      to: 'ACCEPTED',
      permission: 'orders.take-on',
      event: 'orders.accepted',
      title: text('受理', 'Take on'),
    },
    assign: {
      from: ['SUBMITTED', 'ACCEPTED', 'OFFERED'],
      to: 'ASSIGNED',
      permission: 'orders.dispatch',
      event: 'orders.assigned',
      title: text('派单', 'Assign'),
    },
    transfer: {
      from: ['ASSIGNED', 'TAKEN', 'IN_PROGRESS', 'PAUSED'],
      to: 'ASSIGNED',
      permission: 'orders.dispatch',
      event: 'orders.transferred',
      title: text('转办', 'Transfer'),
    },
    offer: {
      from: ['SUBMITTED', 'ACCEPTED', 'ASSIGNED'],
      to: 'OFFERED',
      permission: 'orders.dispatch',
      event: 'orders.offered',
      title: text('发起抢单', 'Offer to all'),
    },
    claim: {
      from: ['OFFERED'],
      to: 'TAKEN',
      permission: 'orders.work',
      event: 'orders.claimed',
      title: text('抢单', 'Claim'),
    },
    take: {
      from: ['ASSIGNED'],
      to: 'TAKEN',
      permission: 'orders.work',
      event: 'orders.taken',
      title: text('接单', 'Accept'),
    },
    refuse: {
      from: ['ASSIGNED', 'TAKEN', 'IN_PROGRESS', 'PAUSED'],
      to: 'ACCEPTED',
      permission: 'orders.work',
      event: 'orders.refused',
      title: text('退回', 'Return'),
    },
    start: {
      from: ['ASSIGNED', 'TAKEN'],
      to: 'IN_PROGRESS',
      permission: 'orders.work',
      event: 'orders.started',
      title: text('开始', 'Start'),
    },
    pause: {
      from: ['TAKEN', 'IN_PROGRESS'],
      to: 'PAUSED',
      permission: 'orders.work',
      event: 'orders.paused',
      title: text('暂停', 'Pause'),
    },
    resume: {
      from: ['PAUSED'],
      to: 'IN_PROGRESS',
      permission: 'orders.work',
      event: 'orders.resumed',
      title: text('继续', 'Resume'),
    },
    finish: {
      from: ['IN_PROGRESS'],
      to: 'FINISHED',
      permission: 'orders.work',
      event: 'orders.finished',
      title: text('完工', 'Finish'),
    },
    confirm: {
      from: ['FINISHED'],
      to: 'COMPLETED',
      permission: 'orders.request',
      event: 'orders.completed',
      title: text('确认', 'Confirm'),
    },
    reopen: {
      from: ['FINISHED', 'COMPLETED'],
      to: 'ASSIGNED',
      permission: 'orders.request',
      event: 'orders.reopened',
      title: text('重新处理', 'Reopen'),
    },
    reopenAtDesk: {
      from: ['FINISHED', 'COMPLETED'],
      to: 'ACCEPTED',
      permission: 'orders.request',
      event: 'orders.reopened',
      title: text('重新处理', 'Reopen'),
    },
    withdraw: {
      from: ['SUBMITTED', 'ACCEPTED', 'OFFERED', 'ASSIGNED'],
      to: 'VOIDED',
      permission: 'orders.request',
      event: 'orders.withdrawn',
      title: text('撤回', 'Withdraw'),
    },
    void: {
      from: ['SUBMITTED', 'ACCEPTED', 'OFFERED', 'ASSIGNED', 'TAKEN', 'IN_PROGRESS', 'PAUSED'],
      to: 'VOIDED',
      permission: 'orders.dispatch',
      event: 'orders.voided',
      title: text('作废', 'Void'),
    },
    merge: {
      from: ['SUBMITTED', 'ACCEPTED', 'OFFERED', 'ASSIGNED', 'TAKEN'],
      to: 'MERGED',
      permission: 'orders.dispatch',
      event: 'orders.merged',
      title: text('合并', 'Merge'),
    },
  },
})

export type OrderState = keyof typeof orderStates.states & string
export type OrderTransition = keyof typeof orderStates.transitions & string

/** A complaint (投诉) about an order or a service. */
export const complaintStates = defineStates({
  table: 'orders.complaint',
  initial: 'OPEN',
  states: {
    OPEN: { title: text('待答复', 'Open'), tone: 'new' },
    ANSWERED: { title: text('已答复', 'Answered'), tone: 'working' },
    CLOSED: { title: text('已办结', 'Closed'), tone: 'good' },
  },
  transitions: {
    answer: {
      from: ['OPEN'],
      to: 'ANSWERED',
      permission: 'orders.answer-complaints',
      event: 'orders.complaint_answered',
      title: text('答复', 'Answer'),
    },
    close: {
      from: ['ANSWERED'],
      to: 'CLOSED',
      permission: 'orders.answer-complaints',
      event: 'orders.complaint_closed',
      title: text('办结', 'Close'),
    },
  },
})
