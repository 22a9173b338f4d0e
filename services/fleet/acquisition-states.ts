import { defineStates } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'

/** A purchase; the approvals decide it, whoever answers there, so those steps ask for no permission of their own. */
export const acquisitionStates = defineStates({
  table: 'fleet.acquisition',
  initial: 'SUBMITTED',
  states: {
    SUBMITTED: { title: text('待审批', 'Awaiting approval'), tone: 'waiting' },
    RETURNED: { title: text('退回补充', 'Sent back to be completed'), tone: 'paused' },
    REFUSED: { title: text('不同意', 'Refused'), tone: 'bad' },
    WITHDRAWN: { title: text('已撤回', 'Withdrawn'), tone: 'ended' },
    APPROVED: { title: text('待购置', 'To be bought'), tone: 'working' },
    REGISTERED: { title: text('已入册', 'In the book'), tone: 'good' },
  },
  transitions: {
    approve: {
      from: ['SUBMITTED'],
      to: 'APPROVED',
      permission: 'signed-in',
      event: 'fleet.acquisition_approved',
      title: text('同意', 'Approve'),
    },
    refuse: {
      from: ['SUBMITTED'],
      to: 'REFUSED',
      permission: 'signed-in',
      event: 'fleet.acquisition_refused',
      title: text('不同意', 'Refuse'),
    },
    return: {
      from: ['SUBMITTED'],
      to: 'RETURNED',
      permission: 'signed-in',
      event: 'fleet.acquisition_returned',
      title: text('退回补充', 'Send back'),
    },
    resubmit: {
      from: ['RETURNED'],
      to: 'SUBMITTED',
      permission: 'fleet.keep-register',
      event: 'fleet.acquisition_resubmitted',
      title: text('重新提交', 'Submit again'),
    },
    withdraw: {
      from: ['SUBMITTED', 'RETURNED'],
      to: 'WITHDRAWN',
      permission: 'fleet.keep-register',
      event: 'fleet.acquisition_withdrawn',
      title: text('撤回', 'Withdraw'),
    },
    register: {
      from: ['APPROVED'],
      to: 'REGISTERED',
      permission: 'fleet.keep-register',
      event: 'fleet.acquisition_registered',
      title: text('购置入册', 'Register'),
    },
  },
})
