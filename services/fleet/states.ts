import { defineStates } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'

/** A vehicle in the book. */
export const vehicleStates = defineStates({
  table: 'fleet.vehicle',
  initial: 'IN_USE',
  states: {
    IN_USE: { title: text('在用', 'In use'), tone: 'good' },
    OUT_OF_USE: { title: text('停用', 'Out of use'), tone: 'paused' },
    RETIRED: { title: text('已处置', 'Retired'), tone: 'ended' },
  },
  transitions: {
    takeOut: {
      from: ['IN_USE'],
      to: 'OUT_OF_USE',
      permission: 'fleet.keep-register',
      event: 'fleet.vehicle_taken_out',
      title: text('停用', 'Take out of use'),
    },
    putBack: {
      from: ['OUT_OF_USE'],
      to: 'IN_USE',
      permission: 'fleet.keep-register',
      event: 'fleet.vehicle_put_back',
      title: text('恢复使用', 'Put back into use'),
    },
    retire: {
      from: ['IN_USE', 'OUT_OF_USE'],
      to: 'RETIRED',
      permission: 'fleet.retire',
      event: 'fleet.vehicle_retired',
      title: text('处置', 'Retire'),
    },
  },
})

export const driverStates = defineStates({
  table: 'fleet.driver',
  initial: 'ACTIVE',
  states: {
    ACTIVE: { title: text('在岗', 'On the staff'), tone: 'good' },
    LEFT: { title: text('离岗', 'Left'), tone: 'ended' },
  },
  transitions: {
    leaveStaff: {
      from: ['ACTIVE'],
      to: 'LEFT',
      permission: 'fleet.keep-register',
      event: 'fleet.driver_left',
      title: text('离岗', 'Leave the staff'),
    },
    rejoin: {
      from: ['LEFT'],
      to: 'ACTIVE',
      permission: 'fleet.keep-register',
      event: 'fleet.driver_rejoined',
      title: text('返岗', 'Come back'),
    },
  },
})

/** A driver's leave; what is granted closes the driver for bookings, what is withdrawn opens him again. */
export const absenceStates = defineStates({
  table: 'fleet.driver_absence',
  initial: 'ASKED',
  states: {
    ASKED: { title: text('待批', 'Asked for'), tone: 'waiting' },
    GRANTED: { title: text('已准假', 'Granted'), tone: 'good' },
    REFUSED: { title: text('未批准', 'Refused'), tone: 'bad' },
    WITHDRAWN: { title: text('已撤回', 'Withdrawn'), tone: 'ended' },
  },
  transitions: {
    grant: {
      from: ['ASKED'],
      to: 'GRANTED',
      permission: 'fleet.dispatch',
      event: 'fleet.leave_granted',
      title: text('准假', 'Grant'),
    },
    refuse: {
      from: ['ASKED'],
      to: 'REFUSED',
      permission: 'fleet.dispatch',
      event: 'fleet.leave_refused',
      title: text('不准假', 'Refuse'),
    },
    withdraw: {
      from: ['ASKED', 'GRANTED'],
      to: 'WITHDRAWN',
      permission: 'fleet.drive',
      event: 'fleet.leave_withdrawn',
      title: text('撤回或销假', 'Withdraw'),
    },
  },
})

/** A request from asking to being taken. Its trip moves it from ASSIGNED on, in the same transaction. */
export const requestStates = defineStates({
  table: 'fleet.request',
  initial: 'SUBMITTED',
  states: {
    SUBMITTED: { title: text('待审批', 'Awaiting approval'), tone: 'waiting' },
    SENT_BACK: { title: text('退回补充', 'Sent back to be completed'), tone: 'paused' },
    REFUSED: { title: text('不同意', 'Refused'), tone: 'bad' },
    WITHDRAWN: { title: text('已撤回', 'Withdrawn'), tone: 'ended' },
    APPROVED: { title: text('待派车', 'Awaiting a vehicle'), tone: 'new' },
    ASSIGNED: { title: text('已派车', 'Vehicle assigned'), tone: 'working' },
    UNDER_WAY: { title: text('用车中', 'Under way'), tone: 'working' },
    DONE: { title: text('已完成', 'Done'), tone: 'good' },
    CANCELLED: { title: text('已取消', 'Cancelled'), tone: 'ended' },
    DIVERTED: { title: text('改乘其他方式', 'Goes another way'), tone: 'ended' },
  },
  transitions: {
    approve: {
      from: ['SUBMITTED'],
      to: 'APPROVED',
      // By whoever decides in the approvals engine, or at once where no route asks for more.
      permission: 'fleet.request',
      event: 'fleet.request_approved',
      title: text('同意', 'Approve'),
    },
    refuse: {
      from: ['SUBMITTED'],
      to: 'REFUSED',
      permission: 'fleet.request',
      event: 'fleet.request_refused',
      title: text('不同意', 'Refuse'),
    },
    sendBack: {
      from: ['SUBMITTED'],
      to: 'SENT_BACK',
      permission: 'fleet.request',
      event: 'fleet.request_sent_back',
      title: text('退回补充', 'Send back'),
    },
    resubmit: {
      from: ['SENT_BACK'],
      to: 'SUBMITTED',
      permission: 'fleet.request',
      event: 'fleet.request_resubmitted',
      title: text('重新提交', 'Submit again'),
    },
    withdraw: {
      from: ['SUBMITTED', 'SENT_BACK'],
      to: 'WITHDRAWN',
      permission: 'fleet.request',
      event: 'fleet.request_withdrawn',
      title: text('撤回', 'Withdraw'),
    },
    divert: {
      from: ['SUBMITTED', 'SENT_BACK', 'APPROVED'],
      to: 'DIVERTED',
      permission: 'fleet.request',
      event: 'fleet.request_diverted',
      title: text('改乘其他方式', 'Go another way'),
    },
    assign: {
      from: ['APPROVED'],
      to: 'ASSIGNED',
      permission: 'fleet.dispatch',
      event: 'fleet.request_assigned',
      title: text('派车', 'Assign'),
    },
    rent: {
      from: ['APPROVED'],
      to: 'ASSIGNED',
      permission: 'fleet.dispatch',
      event: 'fleet.request_rented',
      title: text('租车', 'Rent a vehicle'),
    },
    unassign: {
      from: ['ASSIGNED'],
      to: 'APPROVED',
      permission: 'fleet.dispatch',
      event: 'fleet.request_unassigned',
      title: text('撤销派车', 'Take the vehicle back'),
    },
    depart: {
      from: ['ASSIGNED'],
      to: 'UNDER_WAY',
      permission: 'fleet.drive',
      event: 'fleet.request_under_way',
      title: text('出车', 'Leave'),
    },
    finish: {
      from: ['UNDER_WAY'],
      to: 'DONE',
      permission: 'fleet.drive',
      event: 'fleet.request_done',
      title: text('完成', 'Finish'),
    },
    // Nobody of ours drives a rented vehicle: what became of the ride is recorded once, when it is over.
    comeBack: {
      from: ['ASSIGNED'],
      to: 'DONE',
      permission: 'fleet.dispatch',
      event: 'fleet.request_done',
      title: text('登记用车结果', 'Record the ride'),
    },
    cancel: {
      from: ['APPROVED', 'ASSIGNED'],
      to: 'CANCELLED',
      permission: 'fleet.request',
      event: 'fleet.request_cancelled',
      title: text('取消', 'Cancel'),
    },
  },
})

/** A trip on the driver's phone. */
export const tripStates = defineStates({
  table: 'fleet.trip',
  initial: 'ASSIGNED',
  states: {
    ASSIGNED: { title: text('待出车', 'To leave'), tone: 'new' },
    UNDER_WAY: { title: text('行驶中', 'On the road'), tone: 'working' },
    WAITING: { title: text('等候中', 'Waiting'), tone: 'paused' },
    COMPLETED: { title: text('已收车', 'Back'), tone: 'good' },
    CANCELLED: { title: text('已取消', 'Cancelled'), tone: 'ended' },
  },
  transitions: {
    leave: {
      from: ['ASSIGNED'],
      to: 'UNDER_WAY',
      permission: 'fleet.drive',
      event: 'fleet.trip_left',
      title: text('出车', 'Leave'),
    },
    wait: {
      from: ['UNDER_WAY'],
      to: 'WAITING',
      permission: 'fleet.drive',
      event: 'fleet.trip_waiting',
      title: text('到达等候', 'Arrive and wait'),
    },
    resume: {
      from: ['WAITING'],
      to: 'UNDER_WAY',
      permission: 'fleet.drive',
      event: 'fleet.trip_resumed',
      title: text('继续行驶', 'Go on'),
    },
    comeBack: {
      from: ['UNDER_WAY', 'WAITING'],
      to: 'COMPLETED',
      permission: 'fleet.drive',
      event: 'fleet.trip_completed',
      title: text('收车', 'Back'),
    },
    cancel: {
      from: ['ASSIGNED'],
      to: 'CANCELLED',
      permission: 'fleet.dispatch',
      event: 'fleet.trip_cancelled',
      title: text('取消派车', 'Cancel the trip'),
    },
  },
})
