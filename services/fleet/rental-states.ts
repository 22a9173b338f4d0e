import { defineStates } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'

/** A rented vehicle: ordered of its supplier, then back with its kilometres and cost, or called off before. */
export const rentalStates = defineStates({
  table: 'fleet.rental',
  initial: 'ORDERED',
  states: {
    ORDERED: { title: text('已租车', 'Ordered'), tone: 'working' },
    RETURNED: { title: text('已结束', 'Back'), tone: 'good' },
    CANCELLED: { title: text('已取消', 'Called off'), tone: 'ended' },
  },
  transitions: {
    comeBack: {
      from: ['ORDERED'],
      to: 'RETURNED',
      permission: 'fleet.dispatch',
      event: 'fleet.rental_returned',
      title: text('登记用车结果', 'Record the ride'),
    },
    cancel: {
      from: ['ORDERED'],
      to: 'CANCELLED',
      // Also by the requester who no longer needs the ride.
      permission: 'fleet.request',
      event: 'fleet.rental_cancelled',
      title: text('取消租车', 'Call off'),
    },
  },
})
