import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { notificationActions } from './actions.ts'
import { platformNotices } from './notices.ts'
import { notificationProblems } from './problems.ts'

/** Telling people: in the application, by mail, by the robots of their groups, as they want it. */
export const notifications = defineModule({
  name: 'notifications',
  title: text('消息', 'Notifications'),
  dependsOn: [],
  permissions: {
    'notifications.manage': { title: text('管理消息和发送', 'Manage notifications'), roles: ['admin'] },
  },
  actions: notificationActions,
  events: {
    'notifications.marked': text('标记消息', 'Notification marked'),
    'notifications.preferences_saved': text('修改提醒方式', 'Preferences changed'),
    'notifications.defaults_saved': text('修改提醒默认值', 'Role defaults changed'),
    'notifications.mail_server_saved': text('设置邮件服务器', 'Mail server set'),
    'notifications.test_requested': text('试发', 'Test requested'),
    'notifications.mailbox_created': text('新建公共邮箱或群机器人', 'Shared mailbox added'),
    'notifications.mailbox_changed': text('修改公共邮箱或群机器人', 'Shared mailbox changed'),
    'notifications.mailbox_removed': text('停用公共邮箱或群机器人', 'Shared mailbox removed'),
    'notifications.resent': text('重新发送', 'Sent again'),
    'notifications.swept': text('清理旧消息', 'Old notifications deleted'),
  },
  menu: [
    {
      title: text('消息设置', 'Notifications'),
      path: '/notification-settings',
      icon: 'bell',
      permission: 'notifications.manage',
      group: 'system',
      order: 24,
    },
  ],
  jobs: {
    sweep: { title: text('清理旧消息', 'Delete old notifications'), cron: '40 3 * * *' },
  },
  notifications: platformNotices,
  problems: notificationProblems,
})
