import type { NotificationType } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

/** What drivers, dispatchers and section heads are told of trips. */
export const tripNotices = {
  'fleet.own_trip': {
    title: text('我的出车任务', 'My trips'),
    urgency: 'normal',
    channels: ['app'],
    roles: ['worker'],
  },
  'fleet.late_trip': {
    title: text('到时未收车', 'Late trips'),
    urgency: 'urgent',
    channels: ['app'],
    roles: ['dispatcher'],
  },
  'fleet.check_failed': {
    title: text('出车前检查不合格', 'A check before leaving failed'),
    urgency: 'urgent',
    channels: ['app'],
    roles: ['dispatcher'],
  },
  'fleet.red_trip': {
    title: text('出车异常（红灯）', 'Trips not in order'),
    urgency: 'normal',
    channels: ['app'],
    roles: ['manager'],
  },
} as const satisfies Record<string, NotificationType>
