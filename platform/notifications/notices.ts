import type { NotificationType } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

const operators = ['admin', 'auditor'] as const

/** What the platform itself tells those who run it. */
export const platformNotices = {
  'notifications.job_failed': {
    title: text('定时任务失败', 'A job failed'),
    urgency: 'urgent',
    channels: ['app', 'mail'],
    roles: operators,
    mandatory: true,
  },
  'notifications.backup_old': {
    title: text('备份过期', 'The backup is too old'),
    urgency: 'urgent',
    channels: ['app', 'mail'],
    roles: operators,
    mandatory: true,
  },
  'notifications.connection_paused': {
    title: text('连接已暂停', 'A connection was paused'),
    urgency: 'normal',
    channels: ['app', 'mail'],
    roles: ['admin'],
  },
  'notifications.test': {
    title: text('试发', 'A test'),
    urgency: 'urgent',
    channels: ['app'],
    roles: ['admin'],
  },
} as const satisfies Record<string, NotificationType>
