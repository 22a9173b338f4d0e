import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { notificationActions } from '../actions.ts'
import { notifications } from '../module.ts'

const manage = 'notifications.manage'

/** The bell, its list, how one is told; and the administrator's settings. */
export const web: WebModule = {
  module: notifications,
  bell: {
    path: '/notifications',
    icon: 'bell',
    title: text('消息', 'News'),
    count: notificationActions.countUnread,
  },
  own: [
    {
      path: '/me/notifications',
      icon: 'bell',
      title: text('我的提醒方式', 'How I am told'),
      note: text('收哪些消息、用什么方式、什么时候', 'What I hear of, by which way, and when'),
    },
  ],
  pages: [
    {
      path: '/notifications',
      title: text('消息', 'Notifications'),
      permission: 'signed-in',
      load: () => import('./notifications-page.tsx'),
    },
    {
      path: '/me/notifications',
      title: text('我的提醒方式', 'How I am told'),
      permission: 'signed-in',
      load: () => import('./preferences-page.tsx'),
    },
    {
      path: '/notification-settings',
      title: text('消息设置', 'Notification settings'),
      permission: manage,
      load: () => import('./settings-page.tsx'),
    },
    {
      path: '/notification-settings/mail',
      title: text('邮件服务器', 'Mail server'),
      permission: manage,
      load: () => import('./mail-server-page.tsx'),
    },
    {
      path: '/notification-settings/mailboxes',
      title: text('公共邮箱和群机器人', 'Shared mailboxes and robots'),
      permission: manage,
      load: () => import('./mailboxes-page.tsx'),
    },
    {
      path: '/notification-settings/defaults',
      title: text('岗位默认值', 'The usual of a role'),
      permission: manage,
      load: () => import('./defaults-page.tsx'),
    },
    {
      path: '/notification-settings/log',
      title: text('发送记录', 'Sending log'),
      permission: manage,
      load: () => import('./log-page.tsx'),
    },
  ],
  live: {
    'notifications.inbox': ['/notifications/count', '/deliveries'],
    'notifications.mailbox': ['/mailboxes'],
  },
}
