import { defineStates } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'

/** A booking holds its resources while CONFIRMED, OFFERED or CHECKED_IN, and at no other time. */
export const bookingStates = defineStates({
  table: 'bookings.booking',
  initial: 'CONFIRMED',
  states: {
    WAITING: { title: text('候补', 'Waiting'), tone: 'waiting' },
    CONFIRMED: { title: text('已预订', 'Booked'), tone: 'new' },
    OFFERED: { title: text('改派待答复', 'Offered another place'), tone: 'paused' },
    CHECKED_IN: { title: text('使用中', 'In use'), tone: 'working' },
    ENDED: { title: text('已结束', 'Ended'), tone: 'good' },
    CANCELLED: { title: text('已取消', 'Cancelled'), tone: 'ended' },
    RELEASED: { title: text('未到释放', 'Released, nobody came'), tone: 'bad' },
  },
  transitions: {
    promote: {
      from: ['WAITING'],
      to: 'CONFIRMED',
      // Whoever frees a place promotes who waits for it, a door screen too.
      permission: 'public',
      event: 'bookings.promoted',
      title: text('候补转正', 'Promote'),
    },
    checkIn: {
      from: ['CONFIRMED'],
      to: 'CHECKED_IN',
      // Also at the door, on a screen nobody has signed in to; the action asks whose booking it is.
      permission: 'public',
      event: 'bookings.checked_in',
      title: text('签到', 'Check in'),
    },
    end: {
      from: ['CONFIRMED', 'CHECKED_IN'],
      to: 'ENDED',
      permission: 'bookings.book',
      event: 'bookings.ended',
      title: text('结束', 'End'),
    },
    cancel: {
      from: ['WAITING', 'CONFIRMED', 'OFFERED'],
      to: 'CANCELLED',
      permission: 'bookings.book',
      event: 'bookings.cancelled',
      title: text('取消', 'Cancel'),
    },
    release: {
      from: ['CONFIRMED', 'OFFERED'],
      to: 'RELEASED',
      permission: 'bookings.book',
      event: 'bookings.released',
      title: text('释放', 'Release'),
    },
    offer: {
      from: ['CONFIRMED', 'OFFERED'],
      to: 'OFFERED',
      permission: 'bookings.displace',
      event: 'bookings.displaced',
      title: text('改派他处', 'Offer another place'),
    },
    displace: {
      from: ['CONFIRMED', 'OFFERED'],
      to: 'WAITING',
      permission: 'bookings.displace',
      event: 'bookings.displaced',
      title: text('让位候补', 'Displace into the waiting list'),
    },
    accept: {
      from: ['OFFERED'],
      to: 'CONFIRMED',
      permission: 'bookings.book',
      event: 'bookings.offer_accepted',
      title: text('接受改派', 'Accept'),
    },
    decline: {
      from: ['OFFERED'],
      to: 'CANCELLED',
      permission: 'bookings.book',
      event: 'bookings.offer_declined',
      title: text('不接受改派', 'Decline'),
    },
  },
})
