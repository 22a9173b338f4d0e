import { defineStates } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'

// Who may answer is a matter of seats, not of roles: `server/decide.ts` looks for the seat. So the transitions are open
// to anybody signed in, and to people without an account whose matter needs nobody's approval.

/** What is asked for: it is under way while PENDING; RETURNED waits for its requester. */
export const approvalStates = defineStates({
  table: 'approvals.approval',
  initial: 'PENDING',
  states: {
    PENDING: { title: text('审批中', 'Waiting for approval'), tone: 'waiting' },
    APPROVED: { title: text('已同意', 'Approved'), tone: 'good' },
    REFUSED: { title: text('不同意', 'Refused'), tone: 'bad' },
    RETURNED: { title: text('退回补充', 'Returned for completion'), tone: 'paused' },
    WITHDRAWN: { title: text('已撤回', 'Withdrawn'), tone: 'ended' },
  },
  transitions: {
    approve: {
      from: ['PENDING'],
      to: 'APPROVED',
      permission: 'public',
      event: 'approvals.approved',
      title: text('同意', 'Approve'),
    },
    refuse: {
      from: ['PENDING'],
      to: 'REFUSED',
      permission: 'public',
      event: 'approvals.refused',
      title: text('不同意', 'Refuse'),
    },
    return: {
      from: ['PENDING'],
      to: 'RETURNED',
      permission: 'public',
      event: 'approvals.returned',
      title: text('退回补充', 'Return for completion'),
    },
    withdraw: {
      from: ['PENDING', 'RETURNED'],
      to: 'WITHDRAWN',
      permission: 'public',
      event: 'approvals.withdrawn',
      title: text('撤回', 'Withdraw'),
    },
    resubmit: {
      from: ['RETURNED'],
      to: 'PENDING',
      permission: 'public',
      event: 'approvals.resubmitted',
      title: text('补充后重新提交', 'Hand in again'),
    },
  },
})

/** One step of the way; only one is OPEN at a time. */
export const stepStates = defineStates({
  table: 'approvals.approval_step',
  initial: 'WAITING',
  states: {
    WAITING: { title: text('未到', 'Not yet'), tone: 'waiting' },
    OPEN: { title: text('办理中', 'Being decided'), tone: 'working' },
    PASSED: { title: text('已同意', 'Approved'), tone: 'good' },
    REFUSED: { title: text('不同意', 'Refused'), tone: 'bad' },
    RETURNED: { title: text('退回补充', 'Returned'), tone: 'paused' },
    EMPTIED: { title: text('不再需要', 'No longer needed'), tone: 'ended' },
  },
  transitions: {
    open: {
      from: ['WAITING'],
      to: 'OPEN',
      permission: 'public',
      event: 'approvals.step_opened',
      title: text('开始办理', 'Open'),
    },
    pass: {
      from: ['OPEN'],
      to: 'PASSED',
      permission: 'public',
      event: 'approvals.step_passed',
      title: text('通过', 'Pass'),
    },
    refuse: {
      from: ['OPEN'],
      to: 'REFUSED',
      permission: 'public',
      event: 'approvals.step_refused',
      title: text('不同意', 'Refuse'),
    },
    return: {
      from: ['OPEN'],
      to: 'RETURNED',
      permission: 'public',
      event: 'approvals.step_returned',
      title: text('退回补充', 'Return'),
    },
    empty: {
      from: ['WAITING', 'OPEN'],
      to: 'EMPTIED',
      permission: 'public',
      event: 'approvals.step_emptied',
      title: text('清空', 'Empty'),
    },
  },
})
