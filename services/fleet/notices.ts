import type { NotificationType } from '#kernel/contract/module.ts'
import { dispatchNotices } from './dispatch-notices.ts'
import { opinionNotices } from './opinion-words.ts'
import { registerNotices } from './register-notices.ts'
import { requestNotices } from './request-notices.ts'
import { tripNotices } from './trip-notices.ts'

/** What people are told of vehicles beyond what bookings and approvals tell. */
export const fleetNotices = {
  ...registerNotices,
  ...requestNotices,
  ...tripNotices,
  ...dispatchNotices,
  ...opinionNotices,
} as const satisfies Record<string, NotificationType>
