import type { NotificationType } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

/** What dispatchers and drivers are told of leave. */
export const registerNotices = {
  'fleet.leave_to_decide': {
    title: text('驾驶员请假', 'Drivers asking for leave'),
    urgency: 'normal',
    channels: ['app'],
    roles: ['dispatcher'],
  },
  'fleet.own_leave': {
    title: text('我的请假', 'My leave'),
    urgency: 'normal',
    channels: ['app'],
    roles: ['worker'],
  },
} as const satisfies Record<string, NotificationType>
