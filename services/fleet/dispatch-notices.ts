import type { NotificationType } from '#kernel/contract/module.ts'
import { everyoneButAuditor } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'

/** What people are told of dispatching. */
export const dispatchNotices = {
  'fleet.displaced': {
    title: text('我的用车为应急任务让车', 'My vehicle goes to an emergency'),
    urgency: 'urgent',
    channels: ['app'],
    roles: everyoneButAuditor,
  },
} as const satisfies Record<string, NotificationType>
