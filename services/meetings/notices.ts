import type { NotificationType } from '#kernel/contract/module.ts'
import { allRoles, everyoneButAuditor } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'

/** What people are told of meetings beyond what the bookings engine tells. */
export const meetingsNotices = {
  'meetings.support_needed': {
    title: text('有新的会议要保障', 'A new meeting needs support'),
    urgency: 'normal',
    channels: ['app'],
    roles: ['dispatcher'],
  },
  'meetings.assigned': {
    title: text('分派给我的会务任务', 'Tasks assigned to me'),
    urgency: 'normal',
    channels: ['app'],
    roles: ['worker'],
  },
  'meetings.tasks_moved': {
    title: text('我的会务任务改期、换会议室或取消', 'Meetings of my tasks moved or called off'),
    urgency: 'urgent',
    channels: ['app'],
    roles: ['worker', 'dispatcher'],
  },
  'meetings.missed': {
    title: text('会务任务漏做', 'A task was missed'),
    urgency: 'urgent',
    channels: ['app'],
    roles: ['dispatcher', 'manager'],
  },
  'meetings.please_rate': {
    title: text('请评价会议服务', 'Please rate the support of your meeting'),
    urgency: 'normal',
    channels: ['app'],
    roles: everyoneButAuditor,
  },
  'meetings.room_closing': {
    title: text('我订的会议室要停用', 'A room I booked is going to be closed'),
    urgency: 'normal',
    channels: ['app'],
    roles: everyoneButAuditor,
  },
  'meetings.invited': {
    title: text('会议通知', 'Invitations to meetings'),
    urgency: 'normal',
    channels: ['app', 'mail'],
    roles: allRoles,
  },
} as const satisfies Record<string, NotificationType>
